"""Work that only touches a field: done for those who work in it, dealt in, or in a serving trade.

Must not know which field is asked beyond the functions of work that it names. Who 'made tea for
people managing projects' managed none, 'nursing recruitment' is recruitment, and who supplied
nurses has not nursed.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from data.knowledge.titles import names_in
from data.patterns import regex
from matcher.facts.years.of_others import KIN, LOOKED_ON, met, of_a_firm, of_people

# 'For those who run projects', 'with the team managing complaints': others' work.
_OTHERS = (
    r"(?:those|people|anyone|anybody|others|everyone|whoever|somebody|someone"
    r"|(?:an?|the|our|my|two|three|several|some|other|senior)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:managers?|teams?|staff|engineers?|directors?|departments?|colleagues?|officers?|executives?|partners?|leaders?))"
)
_FOR_OTHERS = regex(
    rf"\b(?:for|to|of|alongside|beside|with)\s+{_OTHERS}\s+(?:who\s+(?:were\s+|was\s+|are\s+|had\s+)?(?:\w+ly\s+)?\w+"
    r"|that\s+\w+|(?:\w+ly\s+)?\w+ing)\b[^.;]*",
    re.IGNORECASE,
)
# Beside these words the others are the person's own, or the person is one of them.
_ONE_OF_THEM = regex(
    r"\b(?:responsib\w+|account\w+|charge|heads?|manag\w+|lead\w*|led|supervis\w+|part|members?|one|some|director|ran|run"
    r"|coach\w*|mentor\w*|team|group|staff|cover\w*|work\w*)\s+$",
    re.IGNORECASE,
)
# 'Alongside a social work team': whoever works beside a trade is not of it.
_BESIDE = regex(
    r"\b(?:alongside|next\s+to|attached\s+to|embedded\s+(?:in|with)"
    # To whom somebody answered says nothing of what they did.
    r"|report(?:ing|ed|s)?\s+(?:directly\s+|straight\s+)?(?:in)?to(?!\s+me\b)"
    r"|answer(?:ing|ed|able|s)\s+(?:directly\s+)?to(?!\s+me\b))\s+(?:(?!\bas\s+(?!well\b))[^.;,])*",
    re.IGNORECASE,
)
# 'A podcast about catering', 'an essay on nursing': a subject is no work.
_SUBJECT = regex(
    r"\b(?:about|(?:magazine|book|podcast|film|essay|project|report|article|manual|website|programme|blog|talk|lecture)s?\s+on)\s+"
    r"(?:(?!for\b|since\b|as\b)[^.;,\s]+\s*){1,6}",
    re.IGNORECASE,
)
# What is sold or done to a field by people of another trade.
_TRADES = regex(
    r"\b(?:(?:(?!(?:and|or|in|of|for|with|then|to|by|at|from|the|an?|as|my|our|into|on|plus|later|now|also|through"
    r"|via|before|after|doing|including)\b)[\w&-]+\s+){1,2})"
    r"(?P<trade>recruit(?:ment|ing|er|ers)|headhunting|insurance|publishing|journalis(?:m|ts?)|magazines?"
    r"|photography|critic(?:ism|s)?|columnists?|correspondents?|bloggers?|historians?"
    r"|(?:software|equipment|supplies|machinery|products?|systems|uniforms?|furniture|parts|resources|technology)"
    r"\s+(?:sales|supply|hire|rental|leasing|distribution|wholesal\w+|retail\w*|marketing|manufactur\w+))\b",
    re.IGNORECASE,
)
# 'My brother has been a cook', 'the company has offered cleaning', 'my boss had years in it'.
_FIRM = r"(?:company|firm|business|shop|employer|charity|agency|organisation)"
_ABOUT = regex(
    rf"(?:^|[.;:,]\s*|\bwith\s+|\bfor\s+)(?:my|our|one\s+of\s+(?:my|our)|a)\s+(?:[\w-]+[\s-]+)?(?:{KIN}|clients?|customers?)\b"
    r"(?:\s+of\s+(?:mine|ours))?(?:,|\s+(?:who\s+)?(?:has|had|was|is|spent|worked|used)\b)"
    rf"|\b(?:the|my|our|whose|this|a)\s+{_FIRM}\s+(?:(?:which|that)\s+)?(?:has|had|with|offers|offered|does|did|provides|provided)\b"
    r"|\b(?:combined|collective|between\s+them)\b|\bmarried\s+to\b|\b(?:my|the)\s+(?:aim|goal|ambition|dream)\b|\b(?:role|post|job|vacancy)\s+(?:needs|requires|calls|asks)\b"
    r"|\b(?:over\s+from|next(?:\s+door)?\s+to)\s+an?\s|^\W*(?:hobbies|interests|pastimes|waited)\b|^\W*(?:studied|studying|starting\s+as|applied|(?:have\s+been\s+)?offered)\b",
    re.IGNORECASE,
)
_ONESELF = regex(r"\b(?:I(?!\s+joined)|[Mm]yself)\b")
_MIGHT = regex(
    r"recruit|headhunt|insurance|publish|journal|magazine|photogr|critic|columnist|correspondent|blogger|historian|(?:ware|ment|lies|nery|ucts?|tems|orms?|ture|parts|rces|logy)\s",
    re.IGNORECASE,
)
# Who sells payroll software has run no payroll.
_GOODS = regex(
    r"\b(?:sold|sell(?:ing|s)?)\s+(?:[\w&-]+\s+){1,3}(?:software|systems?|equipment|products?|packages"
    r"|platforms?|solutions?|services|supplies)\b",
    re.IGNORECASE,
)
# What is done to a thing of the field that is no work in the field.
_DEALT_IN = regex(
    r"\b(?P<verb>suppl(?:ied|ying)|recruit(?:ed|ing|er\s+of|er\s+for)|sold|selling|seller\s+of|placed|placing|used|using"
    r"|test(?:ed|ing)|inspected|inspecting|insured|visited|bought|buying|arrang(?:ed|ing)|ordered"
    r"|advertised|rented|hired|booked|schedul(?:ed|ing)|called(?:\s+out)?|clean(?:ed|ing)"
    r"|deliver(?:ed|ing)(?=\s+(?:[\w-]+\s+){1,2}to\s)"
    r"|(?:had|received|underwent)(?=\s+(?:[\w-]*therapy|counselling|treatment|surgery)\b))\s+(?:[\w&'’-]+\s+){0,3}[\w&'’-]+",
    re.IGNORECASE,
)


def own_work(words: str, in_field: Callable[[str], bool]) -> str:
    """Return words less what they tell of others' work and of fields that a trade serves.

    Args:
        words: A title, or words of a sentence.
        in_field: Whether words name the field that is asked.
    """
    if " who " in words or "ing" in words or " that " in words:
        words = _FOR_OTHERS.sub(
            lambda match: match[0] if _ONE_OF_THEM.search(words, 0, match.start()) else " ", words
        )
    words = _SUBJECT.sub(" ", words)
    if _BESIDE.search(words):
        words = _BESIDE.sub(" ", words)
    if _MIGHT.search(words):
        words = _TRADES.sub(
            lambda match: match[0] if in_field(match["trade"]) else match["trade"], words
        )
    return words


def serves_others(words: str) -> bool:
    """Return whether words tell of something done for others whose work they name."""
    found = _FOR_OTHERS.search(words)
    return found is not None and not _ONE_OF_THEM.search(words, 0, found.start())


def tells_of_another(words: str) -> bool:
    """Return whether a sentence is about somebody else, or a firm, and not about the writer."""
    if of_a_firm(words) or LOOKED_ON.search(words) or any(met(words, len(words))):
        return True
    about = _ABOUT.search(words) is not None or of_people(words)
    return about and _ONESELF.search(words) is None


def without_goods(words: str) -> str:
    """Return words with what was sold cut down to the selling."""
    return _GOODS.sub("selling", words)


def without_objects(names: frozenset[str], words: str) -> str:
    """Return words less what somebody only dealt in: who 'supplied nurses' has not nursed.

    What names the field with its verb stays: 'sold cars' is car sales.
    """
    return _DEALT_IN.sub(
        lambda match: match[0] if _opens_with(match[0], names) else match["verb"], words
    )


def _opens_with(words: str, names: frozenset[str]) -> bool:
    """Whether words open with a name of one of some functions: 'selling', 'sold cars'."""
    return any(start == 0 and name in names for start, _, name in names_in(words))
