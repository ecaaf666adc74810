"""Whether a named product was used by the person: not by others, nor only sold or examined in.

Must not know which product it is, nor what is asked. Whoever sells, recruits for or pays for a
product has not used it by that, and what 'our customers run' or 'a contractor set up' is theirs.
The caller gives the clause; words behind a list of products speak of all of its members.
"""

from __future__ import annotations

import re

from data.knowledge.shortcomings import shortcomings
from data.patterns import regex
from matcher.facts.states.not_own import is_not_own

_PERSON = (
    r"(?:customer|client|leader|supplier|vendor|provider|partner|outsourcer|reseller|colleague|contractor|"
    r"consultant|consultancy|competitor|predecessor|successor|manager|director|boss|head|lead|"
    r"supervisor|engineer|analyst|developer|administrator|architect|planner|accountant|specialist|"
    r"technician|programmer|secretary|assistant|clerk|bookkeeper|receptionist|buyer|deputy|counterpart|peer|department|office|friend|husband|wife|son|"
    r"daughter|brother|sister|parent company|third party|agency|integrator)"
)
_ONE = (
    rf"(?:my|our|the|their|its|his|her|an?|another|one|some other|a different|a separate|each)\s+"
    rf"(?:[\w&-]+\s+){{0,2}}?(?:{_PERSON}|other team|another team|team next door)"
    r"|(?:colleague|predecessor|boss|contractor|supplier|vendor|outsourcer|reseller|third party"
    r"|agency)"
    rf"|another team|a (?:separate|different|specialist|central) team|head office"
    r"|(?:the other|another) (?:shift|branch|site|store)|the (?:finance|accounts|payroll|marketing"
    r"|sales|design|support|engineering|insight|HR|IT|admin) team"
)
_MANY = (
    r"(?:(?:our|my|the|their|its|all|most|some|many|other|several|these|those)\s+)?"
    r"(?:[\w&-]+\s+)?(?:customers|clients|suppliers|vendors|providers|colleagues|contractors|"
    r"consultants|competitors|others|partners|departments|analysts|clerks|assistants|administrators|"
    r"secretaries|agency staff|agency workers|office staff)"
)
_WHO = rf"(?:{_ONE}s?|{_MANY})"
_OTHER_TEAM = r"(?:the|our|another|an?|their)\s+(?!same\b|whole\b)[\w&-]+\s+(?:[\w&-]+\s+)?team"
_NAME = r"(?:\s+(?:in|at|of|from)\s+(?:[\w&-]+\s?){1,2}?|,?\s+(?-i:[A-Z])[\w-]+,?){0,2}"
# What others do, in the present; of the past what does not end in -ed.
_DOES = (
    r"(?:\w{2,}ed|uses?|r[ua]ns?|owns?|manages?|administers?|hosts?|builds?|built|wr[oi]tes?|keeps?|"
    r"kept|implements?|introduces?|b(?:uys?|ought)|ch(?:oo|o)ses?|suppl(?:y|ies)|provides?|"
    r"maintains?|configures?|sets? up|looks? after|leads?|led|handles?|ha[sd]|have|rolls? out|did|"
    r"does|enters|logs|records|updates|designs?|develops?|creates?|installs?|supports?|took|takes?|"
    r"ma(?:de|kes?)|brought|drew|puts?|describes?|finds?|call|says?|works? (?:in|on|with)|"
    r"(?:is|was|were) (?:an?|responsible for))"
)
_ADVERBS = r"(?:(?:\w+ly|also|all|then|still|already|mostly|had|has|have|was|were|is|are)\s+){0,2}"
# 'Our customers use X', 'my colleague Ann ran the X roll-out', at the head of a clause.
_THEY_USE = regex(
    rf"(?:^|[.;:,(|–—-]\s?|\b(?:and|but|while|whereas|because|since|where|that|which|as)\s)\s*"
    rf"(?<!\bas )(?<!\bas\n)(?P<who>{_WHO}){_NAME}\s+{_ADVERBS}{_DOES}\b",
    re.IGNORECASE,
)
# 'With the help of our engineer, who runs X'.
_WHO_USE = regex(
    rf"\b(?:{_WHO}{_NAME}|an?\s+(?:[\w-]+\s+)?(?:firm|company|business|employer|school|trust|council)),?\s+"
    rf"(?:who|which|that)\s+{_ADVERBS}{_DOES}\b",
    re.IGNORECASE,
)
# 'Led a team that wrote X': who led it need not have.
_LED_USERS = regex(
    r"\b(?:led|leads?|leading|managed?|manages|managing|ran|headed|supervised?|recruited|built)\s+"
    r"(?:(?:an?|the|my)\s+)?(?:[\w-]+\s+){0,2}?(?:teams?|squads?|groups?|people|developers|engineers|analysts|clerks|assistants|staff|agents|advis[eo]rs|officers|administrators)\s+"
    rf"(?:who|which|that)\s+{_ADVERBS}{_DOES}\b",
    re.IGNORECASE,
)
# 'Agents who dread X': what others dislike or cannot do, nobody has shown.
_THEY_FALL_SHORT = regex(
    r"\b(?:who|people|customers|clients|colleagues|agents|staff|users|others)\s+(?:(?:really|all|often|still)\s+)?"
    rf"(?:{shortcomings().theirs}(?:\s+with)?|fear(?:s|ed)?|cannot\s+use|can['’]t\s+use"
    r"|(?:were|was|are|is)\s+(?:new\s+to|afraid\s+of|scared\s+of))\s+(?:using\s+|doing\s+|making\s+)?$",
    re.IGNORECASE,
)
_ONESELF = regex(r"\b(?:I|we|me|us|my|myself|mine)\b")
_I = regex(r"\b(?:I|we|my|myself)\b")
_SELLS_IT = regex(r"\bI\s+(?:re)?s(?:ell|old)\b")
_DONE = (
    r"(?:run|used|administered|managed|hosted|maintained|built|owned|looked after|supported|"
    r"implemented|configured|set up|installed|delivered|operated|kept|handled|provided|supplied|"
    r"developed|designed|written|created)"
)
_BY_THEM = regex(
    rf"(?:\s+\w+){{0,3}}?,?\s+(?:(?:which|that)\s+)?(?:(?:was|is|were|are|being|has been)\s+)?"
    rf"(?:{_ADVERBS}{_DONE}(?:\s+and\s+{_DONE})?\s+)?(?:for us\s+|entirely\s+)?"
    rf"by\s+(?:{_WHO}|{_OTHER_TEAM}|(?:the\s+)?(?:IT|ICT|HR|finance|payroll|procurement)\b)\b"
    rf"|\s*,?\s+which\s+{_WHO}{_NAME}\s+{_ADVERBS}{_DOES}\b",
    re.IGNORECASE,
)
_MEMBERS = regex(
    r"(?:\s*(?:,|/|&|\+|\band\b|\bor\b)\s*(?-i:[A-Z])[\w.+-]*(?:\s(?-i:[A-Z])[\w.+-]*)?)*", re.I
)
# Sold: only words that may stand between the sale and what is sold.
_SOLD = regex(
    r"\b(?:re-?)?s(?:ell|ells|elling|old)\b(?! in\b| through\b| to\b)(?P<what>[^;.]*)$"
    r"|\b(?:quot(?:e|ed|ing|es) for|pitch(?:ed|ing|es)?|compet(?:e|ed|es|ing) (?:against|with)|"
    r"competitors?(?: to| of| such as)?|displac\w+|sales of|deals? (?:for|on)|reseller of|"
    r"distribut(?:e|ed|or|ors|ing)(?: of)?|rival(?:s|led)?)(?P<rest>[^;.]*)$",
    re.IGNORECASE,
)
_BY_MEANS_OF = regex(
    r"\b(?:in|using|via|with|on|through|into|by|used|built|logg\w+|track\w+|record\w+|kept)\b", re.I
)
_TRADE_BEHIND = regex(
    r"\s+(?:reseller|re-seller|sales\b(?!\s*(?:cloud|reports?|dashboards?|pipeline))|pre-?sales|"
    r"add-ons?|deals?|renewals?\b(?=.*(?:quota|target))|partner (?:account )?manager|"
    r"account (?:director|executive|manager)|conference|exhibition|"
    r"contracts?\s+(?:renewal|negotiat\w+))",
    re.IGNORECASE,
)
_LICENCES_BEHIND = regex(
    r"\s+(?:software\s+)?(?:licen[cs]es?|subscriptions?|seats)\b", re.IGNORECASE
)
_ADMINISTERS = regex(
    r"\b(?:manag|administ|assign|alloc|audit|optimi[sz]|reclaim|renew|review|own|us|provision|"
    r"track|monitor|cut|reduc|remov|count|support|deploy|install|migrat)\w*\b",
    re.IGNORECASE,
)
_RECRUITS = regex(
    r"\b(?:recruit\w*|plac(?:e|ed|ing)|hir(?:e|ed|ing)|sourc\w+|head-?hunt\w*|interview\w*|"
    r"suppl(?:y|ied|ying)|found)\b[^;.]*$",
    re.IGNORECASE,
)
_PEOPLE_BEHIND = regex(
    r"\s+(?:\w+\s+)?(?:consultants?|contractors?|developers?|engineers?|administrators?|people|"
    r"specialists?|candidates?|analysts?|architects?|testers?|trainers?|professionals|vacanc\w+|"
    r"roles)\b",
    re.IGNORECASE,
)
_NOT_TAKEN = regex(
    r"\s+(?:\w+\s+)?(?:certificate|certification|course|training|exam)s?\s(?:\w+\s){0,2}?"
    r"(?:not|never)\b|\s+(?:awareness|taster|demo|webinar|brochures?|literature|proposals?)\b",
    re.IGNORECASE,
)
# 'Went over to X the month after I left', 'interviewed by X', 'Y rather than X'.
_NOT_MY_TIME = regex(
    r"\b(?:after|once|when|as)\s+I\s+(?:had\s+)?(?:le(?:ave|ft)|moved on)\b"
    r"|\bbefore\s+(?:I\s+(?:joined|came|arrived|started)|my\s+time)\b",
    re.IGNORECASE,
)
_NOT_ITS_USE = regex(
    r"\b(?:interview(?:ed)?\s+(?:by|at|with)|applied\s+to|turned\s+down\s+by|(?:job\s+)?offer\s+from|considered|ruled\s+out|rivals?\s+(?:with|using)|"
    r"(?:took|did|completed|followed|attended|finished)\s+(?:\w+\s+){0,3}?(?:courses?|modules?|e-?learning|training|lessons)"
    r"\s+(?:on|via|through)|rather\s+than|instead\s+of|as\s+opposed\s+to|wish\s+(?:we|I)\s+had)\s+$",
    re.IGNORECASE,
)
# 'Shadowed a senior using X', 'trained in X but never used it since'.
_LOOKED_ON = regex(
    r"\b(?:shadow\w*|watch\w*|observ\w*|saw|sat\s+(?:beside|with|next\s+to))\s+(?!(?:[\w-]+\s+)?(?:dashboards?|scores?|screens?"
    r"|reports?|figures)\b)(?:[\w'’-]+\s+){1,4}(?:us(?:e|es|ing)|(?:work\w*\s+)?(?:on|in|with))\s+$"
    r"|\b(?:saw|watched)\s+$",
    re.IGNORECASE,
)
_NOT_SINCE = regex(
    r"[^.;]{0,40}?\b(?:but|and|though|yet)\s+(?:I\s+)?(?:have\s+|had\s+)?(?:never|not|n['’]t)\s+(?:yet\s+)?(?:had\s+to\s+)?"
    r"use[d]?\s+(?:it\s+|them\s+)?(?:since|at\s+work|in\s+anger|professionally|outside|in\s+a\s+job|afterwards|for\s+real)\b",
    re.IGNORECASE,
)
_CERTIFICATE = regex(
    r"\b(?:certif\w+|accredited|fundamentals|foundation|associate|practitioner|exam\w*|badge)\b",
    re.I,
)
_ENDED = regex(
    r"\b(?:expired|lapsed|not renewed|out of date|no longer (?:valid|current)|ran out)\b", re.I
)
_FIRST_STEPS = regex(
    r"\s+(?:certified\s+)?(?:cloud\s+)?(?:fundamentals|foundations?|cloud practitioner|"
    r"practitioner essentials|essentials course|badge)\b",
    re.IGNORECASE,
)
_CLOSE = 60


def is_anothers(text: str, low: int, start: int, end: int, high: int) -> bool:
    """Return whether somebody else uses, runs or keeps what ``text[start:end]`` names.

    Args:
        text: The sentence.
        low: Where the clause of the name begins.
        start: Offset of the name.
        end: Offset behind the name.
        high: Where the clause ends.
    """
    if _THEY_FALL_SHORT.search(text, low, start):
        return True
    own = _I.search(text, end, high) is not None and not _SELLS_IT.search(text, end, high)
    before = text[low:start]
    for pattern in (_THEY_USE, _WHO_USE, _LED_USERS):
        for match in pattern.finditer(before):
            theirs = before[match.start() : match.end()]
            mine = _ONESELF.search(before, match.end()) or re.search(r"\bI\b", theirs)
            if not mine and not own and "," not in before[match.end() :]:
                return True
    return _BY_THEM.match(text[:high], _behind_list(text, end)) is not None


def is_traded(text: str, low: int, start: int, end: int) -> bool:
    """Return whether the product is sold, quoted for, or recruited for, and no more."""
    sold = _SOLD.search(text, low, start)
    if sold and not _BY_MEANS_OF.search(sold.group("what") or sold.group("rest") or ""):
        return True
    behind = _behind_list(text, end)
    if _TRADE_BEHIND.match(text, behind):
        return True
    if _LICENCES_BEHIND.match(text, behind) and not _ADMINISTERS.search(text, low, start):
        return True
    recruits = _RECRUITS.search(text, low, start)
    return recruits is not None and _PEOPLE_BEHIND.match(text, behind) is not None


def is_out_of_reach(text: str, low: int, start: int, end: int, high: int) -> bool:
    """Return whether it came when the person was not there, or is no more than a firm or a wish."""
    if _LOOKED_ON.search(text, low, start):
        return True
    if is_not_own(text, low, start, end):
        return True
    return bool(_NOT_MY_TIME.search(text, low, high) or _NOT_ITS_USE.search(text, low, start))


def is_untaken(text: str, end: int) -> bool:
    """Return whether it is only the name of a course or demonstration that was not more."""
    return _NOT_TAKEN.match(text, end) is not None or _NOT_SINCE.match(text, end) is not None


def is_lapsed_certificate(text: str, start: int, end: int) -> bool:
    """Return whether the name stands in that of a certificate that is said to have ended."""
    near = text[max(0, start - _CLOSE // 2) : end + _CLOSE]
    return _CERTIFICATE.search(near) is not None and _ENDED.search(text, end) is not None


def is_first_certificate(text: str, end: int) -> bool:
    """Return whether the name opens that of a certificate for beginners ('X Fundamentals')."""
    return _FIRST_STEPS.match(text, end) is not None


def _behind_list(text: str, end: int) -> int:
    """Where the list of capitalised names ends that the name stands in."""
    members = _MEMBERS.match(text, end)
    return members.end() if members else end
