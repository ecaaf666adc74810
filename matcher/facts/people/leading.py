"""Who leads the people told of in a sentence: the person, another, or nobody.

Must not know how many people there are, nor which document the sentence is from. The nearest
word that governs them decides (led, joined, trained, reported to ...), seen through 'and' and
'with'. The words are in ``data/knowledge/people.toml``.
"""

from __future__ import annotations

import re

from data.knowledge.people import people_words
from data.patterns import regex
from matcher.facts.layout.phrases import Hit, Phrases
from matcher.facts.people import answering, holders
from matcher.facts.states import actors
from matcher.facts.years.of_others import LOOKED_ON

_WORDS = people_words()
_BEFORE = Phrases(
    {name: _WORDS.stances[name] for name in ("led", "member", "served", "others", "denied")}
)
_AFTER = Phrases({name: _WORDS.stances[name] for name in ("led_after", "others")})
_CLAUSE = regex(
    r"[;|•]|\.\s(?![a-z])|\n|\s[-–—]\s|,\s+(?:and|but|while|whereas|then|also|who|which|where)\b"
    r"|\b(?:but|while|whereas)\b",
    re.IGNORECASE,
)
_JOINT = regex(r"^\s*(?:,|/|&|and\b|or\b|\+)", re.IGNORECASE)
_ANSWERING = regex(
    r"^(?:responsib|account|answer|manager|line manag|director|lead$|head$|supervis)", re.IGNORECASE
)
_GROWING = regex(r"^(?:grew|grow|expand|built|scal)", re.IGNORECASE)
# 'The company grew from 12 to 34 staff': nobody is said to have led them.
_FIRM_GREW = regex(
    r"\b(?:company|firm|business|start[\s-]?up|charity|agency|employer|organi[sz]ation|school|practice|bank|group|plc|ltd)\s+"
    r"(?:(?:had|has|which|that|then)\s+)*$",
    re.IGNORECASE,
)
# Prepositions of a place govern no people behind a mark: 'Head of Art at a college: nine tutors'.
_PLACE = regex(
    r"(?:for|from|within|inside|of|in|at|to|based\s+in|sat\s+(?:in|within)|support(?:\s+(?:for|to))?)(?:\s+(?:an?|the|our))?$",
    re.IGNORECASE,
)
_MARK = regex(r"[:(]|\s[-–—]\s")
_COMMA = regex(r",(?!\d)|[:(]|\s[-–—]\s")
# Counted so, they may all be an employer's.
_EVERYBODY = regex(
    r"\b(?:staff|people|employees|headcount|ftes?|workers|colleagues|personnel|workforce)\b", re.I
)
_WHOLES = frozenset({"company of", "firm of"})
_ARTICLE = regex(r"\s+(?:an?|the|our)\s+(?:\w+\s+)?", re.IGNORECASE)
# Words for leading that open titles.
_IN_TITLES = frozenset(
    {"managing", "head", "lead", "leading", "head of", "head of a", "head of an"}
)
_GENERIC = frozenset({"for", "to", "for over", "for a", "in the", "from", "at the", "of a"})
FIRST_PERSON = regex(r"\b(?:me|my|mine|i)\b", re.IGNORECASE)
_WEAK = regex(r"^(?:with|with an?|have|control|head)$", re.IGNORECASE)
# These govern people alone: 'led nine monitors' are no screens.
_LEADS_PEOPLE = regex(
    r"\b(?:led|leads?|leading|supervis(?:e|es|ed|ing)|line[\s-]manag(?:e|es|ed|ing)|headed|heading|"
    r"line[\s-]management\s+(?:responsibility\s+)?(?:of|for)|"
    r"(?:lead|leader|manager|supervisor|foreman|forewoman|head|matron|boss|gaffer|command|charge)\s+(?:of|for|over|to))\s+(?:(?:up\s+to|over|about|around|some|at\s+least|more\s+than|between|a|the|"
    r"my|our|an?|c\.?)\s+)*$",
    re.IGNORECASE,
)
# 'Led a support team of nine': what the team is for.
_NAMES_THE_TEAM = regex(
    r"(?<=\w )(?:support|training|recruitment)\s+(?:team|desk|staff|function|department|group|unit"
    r"|section|operation|centre|squad|crew|engineers|analysts|agents|technicians)\b",
    re.IGNORECASE,
)
# 'Have never managed 40 staff'; 'never managed more than nine' tells of nine.
_NOT = regex(
    r"(?:\b(?:never|not|nor|neither)|n['’]t)\s+(?:(?:yet|ever|once|been|have|had|formally|actually|personally|directly|want|wanted|need|asked|to)\s+)*$",
    re.IGNORECASE,
)
_BUT_FEWER = regex(
    r"\b(?:more|fewer|less|over|above|larger|bigger|smaller|below|beyond|exceeding)\b",
    re.IGNORECASE,
)
_UP_TO = regex(r"\bup\s+to$", re.IGNORECASE)
# 'We were a team of 20 and I was its manager'.
_I_LED_THEM = regex(
    r"[^.;]{0,40}?\b(?:I\s+(?:was|am|became|being|(?:took\s+over|arrived|joined|came\s+in|started)\s+as)|with\s+me(?:\s+as)?|me\s+as|me|my\s+(?:time|tenure|spell|years)\s+as)\s+(?:its|their|the|our|as)?\s*"
    r"(?:(?:team|line|shift|crew|site|unit|section|department|first|sole|only)\s+)?"
    r"(?:manager|leader|lead|supervisor|head|foreman|forewoman|ganger|skipper|captain|chief|boss|gaffer|chargehand|in\s+charge)\b"
    r"(?!\s+(?:on|for|[a-z]+(?:er|or|st|ct)\b))",
    re.IGNORECASE,
)
# 'Four baristas on my rota', 'six apprentices at my bench': they are led. A ward, an office or
# a corridor is somebody's own without that.
_IN_MY = regex(
    r"\s{0,3},?\s{0,3}(?:all\s+|both\s+)?(?:in|on|at|within|across)\s+my\s+(?:own\s+)?(?:[a-z]+\s+)?"
    r"(?:teams?|crews?|charge|command|rotas?|rosters?|bench|squads?|watch|gangs?|divisions?|directorate"
    r"|departments?|section|structure|span|care|employ|line|unit|patch)\b",
    re.IGNORECASE,
)
# 'Worked for a boss who ran a team of nine'; what was only written of or acted out.
_APART = regex(
    r"\b(?:for|under|by|to|with|beside|about)\s+(?:an?|the|my)\s+(?:[\w-]+\s+){1,3}?who\s"
    r"|\b(?:case\s+stud(?:y|ies)|essays?|role[\s-]?play(?:ed|ing)?|biography|dissertation|simulation|quiz|pretend|(?:studied|read)\s+how|talks?\s+by|(?:dated|met|married)\s+the)\b",
    re.IGNORECASE,
)
# 'Responsible for the rotas of 18 doctors': what is theirs was looked after, not they.
_DONE_FOR_THEM = regex(
    r"\b(?:rotas?|rosters?|pay|payroll|payslips?|pensions?|benefits|wages|expenses|travel|diar(?:y|ies)|training|"
    r"recruitment|induction|onboarding|accommodation|uniforms?|records?|files|queries|contracts|visas|appraisals?|"
    r"timesheets|laptops|phones|desktops|accounts|licen[cs]es|holidays|absences?|sickness|relocation|welfare|safety|"
    r"security|move|consultation|survey|coaching)\s+(?:of|for)\s+(?:(?:all|the|our|about|around|some|over|up\s+to)\s+)*$",
    re.IGNORECASE,
)
# 'Ran a rota of 18 volunteers': so they are counted, and not what was made for them.
_A_ROTA_OF = regex(
    r"\ban?\s+(?:rota|roster)\s+of\s+(?:(?:about|around|some|over)\s+)?$", re.IGNORECASE
)
# '60 staff trained by me', 'paid monthly by me': done for them, unless they were led too.
_SERVED_BY_ME = regex(
    r"\b(?:paid|trained|taught|supplied|placed|inducted|onboarded|interviewed|briefed|vetted|enrolled|surveyed|advised|treated"
    r"|examined|served|supported|registered|insured|booked|fed|housed|screened|invoiced|upskilled|migrated|relocated)\b",
    re.IGNORECASE,
)
_LED_BY_ME = regex(
    r"\b(?:led|managed|run|supervised|rostered|appraised|headed|hired|recruited|tasked|directed|overseen|reviewed|scheduled"
    r"|employed|commanded|controlled|disciplined|chosen|picked|built)\b",
    re.IGNORECASE,
)
# 'Look after the laptops of 90 staff'.
LOOKED_AFTER = regex(
    r"\blook\w*\s+after\s+(?:the\s+|all\s+|our\s+|an?\s+)?+(?!(?:teams?|crews?|staff|departments?|shifts?|units?|groups?|gangs?|brigades?|squads?|watch)\b)"
    r"[\w-]+\s+(?:[\w-]+\s+)?(?:of|for)\s+(?:[\w-]+\s+)?$",
    re.IGNORECASE,
)
# 'Turnover £90m, 800 staff': an employer's figures, told in one breath.
_FIRMS = regex(
    r"\b(?:turnover|revenues?|sales|income|profits?)\b[^.;|]{0,40}?\d[\d.,]*\s?(?:m|bn|k|million|billion)?\s*(?:,|and|&|with|;|/)\s*"
    r"(?:(?:about|around|some|over|with|and)\s+)*$"
    r"|\b(?:firm|company|chain|retailer|employer|charity|insurer|bank|plc|ltd|limited|association|manufacturer|"
    r"supplier|operator|wholesaler|landlord|group)\b[^.;|]{0,40}?\d[\d,]*\s+(?:homes|sites|shops|stores|branches|depots|"
    r"offices|hotels|schools|customers|beds|properties|outlets|restaurants|pubs|tenants)\s*(?:,|and|&|with)\s*"
    r"(?:(?:about|around|some|over|with|and)\s+)*$",
    re.IGNORECASE,
)
_FIRM = regex(
    r"\b(?:for|at|in|of|with)\s+(?:an?|the)\s+(?:[\w-]+\s+){0,3}?(?:firm|company|chain|retailer|employer|charity|insurer|"
    r"bank|plc|manufacturer|wholesaler|landlord|group|business)\b",
    re.IGNORECASE,
)
# 'Taught first-line management', 'a course in people leadership': leading as a subject.
TAUGHT = regex(
    r"\b(?:taught|teach\w*|train(?:ed|ing|s|er)?|courses?|modules?|workshops?|lectur\w+|seminars?|stud(?:y|ied|ying)|"
    r"diploma|certificate|qualification|coach(?:ed|ing|es)?|tutor(?:ed|ing)?|book|essay|research|degree|msc|mba|"
    r"award|ilm|cmi|level\s+\w+)\s+"
    r"(?:(?!(?:and|then|who|which|while)\b)\w+[\s-]+){0,4}$",
    re.IGNORECASE,
)
# 'A course on leading teams of 30'.
_TAUGHT_HOW = regex(
    r"\b(?:courses?|modules?|workshops?|seminars?|training|diploma|certificate|qualification|book|essay|dissertation|lectures?|talks?|articles?)"
    r"\s+(?:on|in|about)\s+(?:how\s+to\s+|the\s+|effectively\s+)?$",
    re.IGNORECASE,
)
_AS_A_SUBJECT = regex(r"(?:management|leadership|supervision)\b", re.IGNORECASE)


_NAME_BEFORE = regex(r"(?:^|[,;|(–—-]\s*|\bat\s+)(?:[A-Z][\w'’&.-]*\s+){1,3}$")
_NAME_ENDS = regex(r"\s*(?:$|[,;|()–—-]|(?:Ltd|plc|PLC|Limited|Group|UK)\b)")
_ONE_OF = regex(
    r"\b(?:one|part|a\s+member)\s+of\s+(?:(?:an?|the|over|about|around|some)\s+){0,2}(?:team\s+of\s+)?$",
    re.IGNORECASE,
)
# 'Training Manager', 'scheduling unit': the word for serving is a part of a title or a unit's name.
_NAMES_A_POST = regex(
    r"\s+(?:manager|lead(?:er)?|head|supervisor|director|consultant|officer|coordinator|unit|teams?|desk"
    r"|department|function|section|cent(?:re|er)|hub|operation|office|floor|cell)\b",
    re.IGNORECASE,
)
_SERVING = regex(
    r"\b(?:support(?:ing|ed|s)?|serv(?:ing|ed|es)|alongside)\s+(?:(?:over|about|around|some|up\s+to)\s+)?$",
    re.IGNORECASE,
)


def stance(text: str, start: int, end: int) -> str:
    """Return "led", "member", "served", "others" or "" for people told at ``[start, end)``."""
    left = max((m.end() for m in _CLAUSE.finditer(text, 0, start)), default=0)
    if _ONE_OF.search(text, left, start):
        return "member"
    if _DONE_FOR_THEM.search(text, left, start) and not _A_ROTA_OF.search(text, left, start):
        return "served"
    if text[end : end + 1] == "," and _SERVING.search(text, left, start):
        return "served"  # what is told behind the comma is told of something else
    if answering.answers_to_me(text, end) or _IN_MY.match(text, end):
        return "led"
    behind = _told_behind(text, end)
    if behind:
        return behind
    if _I_LED_THEM.match(text, end) or answering.hired_and_led(text, start, end):
        return "led"
    if LOOKED_AFTER.search(text, left, start):
        return "served"
    if _APART.search(text, left, start) or LOOKED_ON.search(text) or text[:left].endswith(" who"):
        return "others"  # 'the director, who led 80 people'
    before = [
        hit
        for hit in _BEFORE.find(text, left, start)
        if hit.name != "denied"
        and not _UP_TO.search(text, left, hit.end)
        and not _NAMES_THE_TEAM.match(text, hit.start)
        and not _is_subject_taught(text, hit)
        and not _is_of_a_firm(text, hit)
        and not _is_in_title_served(text, hit)
        and not _is_in_a_name(text, hit)
        and not (hit.name == "served" and _NAMES_A_POST.match(text, hit.end))
        and not _ends_before(text, hit, start, end)
    ]
    if before and _is_denied(text, left, before[-1], end):
        return "others"
    return _governing(text, before)


def _told_behind(text: str, end: int) -> str:
    """How the person stands to those told of before ``end``, by the words behind it, or ""."""
    mark = _CLAUSE.search(text, end)
    right = mark.start() if mark else len(text)
    for hit in _AFTER.find(text, end):
        between = text[end : hit.start]
        if _NOT.search(text, end, hit.start):
            return "others"  # 'the 30 nurses were not managed by me'
        words = len(between.split())
        if _is_served_by_me(text, hit, between):
            return "served"
        if hit.name == "others" and hit.start < right and words <= 4:
            return "others"
        reach = 20 if FIRST_PERSON.search(text, hit.start, hit.end) else 1
        through = " " in text[hit.start : hit.end].strip() and between.strip() in (",", ", and")
        if (
            hit.name == "led_after"
            and (words <= reach or through)
            and (through or not _ended(between, reach))
        ):
            return "led"
    return ""


def _is_denied(text: str, left: int, hit: Hit, end: int) -> bool:
    """Whether a word that leads is denied of those counted, and not of more than those."""
    denied = hit.name == "led" and _NOT.search(text, left, hit.start)
    return bool(denied) and not _BUT_FEWER.search(text, hit.end, end)


def _is_served_by_me(text: str, hit: Hit, between: str) -> bool:
    """Whether what was done 'by me' is a service, and nothing says that they were led."""
    if text[hit.start : hit.end].lower() != "by me" or _LED_BY_ME.search(between):
        return False
    return _SERVED_BY_ME.search(between) is not None


def _ends_before(text: str, hit: Hit, start: int, end: int) -> bool:
    """Whether a preposition belongs to a place told of before, and not to those counted."""
    if hit.name not in ("member", "served") or not _PLACE.match(text[hit.start : hit.end]):
        return False
    mark = _MARK if _EVERYBODY.search(text, start, end) else _COMMA
    return mark.search(text, hit.end, start) is not None


def _is_in_a_name(text: str, hit: Hit) -> bool:
    """Whether a word for what is done ends a firm's name: 'Ops Director, Tarn Assist, 90 FTE'."""
    if hit.name != "served" or not text[hit.start].isupper() or text.isupper():
        return False
    before = _NAME_BEFORE.search(text, max(0, hit.start - 40), hit.start)
    return before is not None and _NAME_ENDS.match(text, hit.end) is not None


def _is_subject_taught(text: str, hit: Hit) -> bool:
    if hit.name != "led":
        return False
    named = _AS_A_SUBJECT.search(text, hit.start, hit.end)
    taught = TAUGHT if named else _TAUGHT_HOW
    return taught.search(text, 0, hit.start) is not None


def _is_of_a_firm(text: str, hit: Hit) -> bool:
    growing = _GROWING.match(text[hit.start : hit.end])
    return growing is not None and _FIRM_GREW.search(text, 0, hit.start) is not None


def _is_in_title_served(text: str, hit: Hit) -> bool:
    """Whether a word that leads belongs to somebody else's title: 'Managing director's PA'."""
    if hit.name != "led" or text[hit.start : hit.end].lower() not in _IN_TITLES:
        return False
    return any(
        title.start <= hit.start < title.end and holders.is_title_served(text, title)
        for title in holders.TITLES.find(text)
    )


def _ended(between: str, reach: int) -> bool:
    """Whether something ended between a count and a word behind it."""
    return bool(re.search(r";|\.\s" if reach > 1 else r"[;,.|]", between))


def _governing(text: str, before: list[Hit]) -> str:
    """The nearest governing word, seen through 'and', 'with' and 'responsible ... for'."""
    if not before:
        return ""
    nearest, earlier = before[-1], before[:-1]
    printed = text[nearest.start : nearest.end].lower()
    if nearest.name == "led" and _WEAK.match(printed):
        return _governing(text, earlier)
    if nearest.name == "led" and actors.is_subject(text, nearest.start):
        return "others"
    if nearest.name == "led":
        return _led_unless_helping(text, nearest, earlier)
    for hit in reversed(earlier):
        word = text[hit.start : hit.end]
        if hit.name != "led":
            continue
        if printed in _WHOLES and _ARTICLE.fullmatch(text, hit.end, nearest.start):
            return "led"  # 'commanded a company of 120'
        if _JOINT.match(text[hit.end :]) and nearest.name == "served":
            return "led"
        if printed.startswith("for") and _ANSWERING.match(word):
            return "led"
        at_once = not text[hit.end : nearest.start].strip()  # 'led from one to nine'
        if printed in ("to", "from") and (at_once or _GROWING.match(word)):
            return "led"
    return nearest.name


def _led_unless_helping(text: str, led: Hit, earlier: list[Hit]) -> str:
    """'Deputised for the manager of nine' and 'my director led nine' led nobody."""
    for hit in reversed(earlier):
        between = text[hit.end : led.start]
        joined = re.search(r",|&|\b(?:and|with)\b|\bI\b", between)
        generic = text[hit.start : hit.end].lower() in _GENERIC
        given = text[hit.start : hit.end].lower() == "provided" and _AS_A_SUBJECT.search(
            text, led.start, led.end
        )
        if hit.name in ("served", "others") and not generic and not joined and not given:
            return hit.name
    return "led"


def of_firm(text: str, start: int) -> str:
    """Return whether the people counted at ``start`` are told among an employer's figures.

    "named" where the employer is named as such, "told" where its figures alone say so, or "".
    """
    before = text[max(0, start - 160) : start]
    if not _FIRMS.search(before):
        return ""
    return "named" if _FIRM.search(before) else "told"


def leads_directly(text: str, start: int) -> bool:
    """Return whether a verb that governs people alone stands right before ``start``."""
    return _LEADS_PEOPLE.search(text, max(0, start - 40), start) is not None
