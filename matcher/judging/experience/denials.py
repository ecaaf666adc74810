"""Words of a CV that deny experience of a field: never worked in it, nobody led, a lower level.

Must not know how long is asked, nor look at lengths that the CV does show.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from data.patterns import regex
from matcher.facts.people.led_nobody import is_denied
from matcher.facts.years.experience_words import trimmed
from matcher.judging.evidence.post_quotes import cut, heading
from matcher.judging.experience.fields import MANAGEMENT, Field, field_of, holds, says, wide
from matcher.judging.experience.fits import is_below
from matcher.judging.experience.sectors_asked import narrower_words
from matcher.types import Candidate, Evidence, Sentence
from matcher.values import People

_NONE = (
    r"(?:(?:no|zero|without(?:\s+any)?|lack(?:s|ing)?(?:\s+any)?|(?:do|does|did|have|has|had)(?:n['’]t|\s+not)"
    r"(?:\s+(?:have|had|got))?(?:\s+any|\s+an?|\s+much)?)(?:\s+(?:real|direct|previous|prior|actual|whatsoever))?)"
)
_KNOWN = r"(?:experience|background|exposure|expertise|history|track\s+record|knowledge)"
# 'No lending work at all': of work it must be said that there was none at any time.
_WORK_AT_ALL = (
    r"(?:work|jobs?|posts?|roles?)(?=\s*(?:at\s+all\b|so\s+far\b|yet\b|of\s+any\b"
    r"|,?\s*paid\s+or\b|,?\s*before\s+or\s))"
)
# 'Never worked in it', 'no experience of it': what is denied stands behind.
_NEVER = regex(
    r"(?:(?:\bnever|n['’]t|\bnot)\s+(?:yet\s+|ever\s+|before\s+)?(?:worked|done|been|used|held|practised)"
    rf"|\b{_NONE}\s+(?:{_KNOWN}|work|time)\s+(?:of|in|with|as))\b"
    r"(?P<of>[^.;,:]{2,60})",
    re.IGNORECASE,
)
# 'No lending background': it stands between. Somebody else's is not one's own, and neither is that
# of a time ('no lending experience before 2012') or what nobody asks for ('none needed').
_NONE_OF = regex(
    rf"\b{_NONE}\s+(?P<of>(?:[\w&/-]+\s+){{1,4}}?)(?:{_KNOWN}|{_WORK_AT_ALL})\b"
    r"(?!\s*(?:,\s*)?(?:needed|necessary|required|before(?!\s+or\b)|prior|until|till|is|was|of|in|with|as(?!\s+yet))\b)",
    re.IGNORECASE,
)
_OTHERS = regex(
    r"\b(?:people|staff|those|anyone|recruits?|starters?|colleagues?|teams?|candidates?|applicants?|customers?"
    r"|clients?|graduates?|learners?|somebody|someone)\b[^.;,:]{0,20}$",
    re.IGNORECASE,
)
# 'Took on school leavers with no ...', 'coached an apprentice without ...': several people before
# a 'with', or one who was taken on.
_OF_OTHERS = regex(
    r"\b(?!years\b|months\b|skills\b|studies\b|business\b|always\b|sales\b)[a-z][a-z-]+s\s+(?:(?:who\s+had|having|with)\s+)?$"
    r"|\b(?:took\s+on|taking\s+on|hir\w+|recruit\w+|train\w+|taught|teaching|mentor\w*|coach\w*|supervis\w+|interview\w*|induct\w*)\s+[^.;]{1,60}\s$",
    re.IGNORECASE,
)
# 'Lending: none', 'lending would be new to me': it stands before.
_NONE_BEHIND = regex(
    rf"(?:^|[.;,]\s*)(?P<of>[A-Za-z][\w&/ -]{{2,40}}?)(?:\s+{_KNOWN})?"
    r"(?:\s*[:=–-]\s*(?:none|nil|no|zero|0)(?=\s*(?:$|[.;,]|so\s+far|to\s+date|yet|as\s+yet|at\s+all))"
    r"|\s+(?:is|are|would\s+be|will\s+be)\s+(?:\w+ly\s+|all\s+|quite\s+)?(?:an?\s+)?new\s+(?:\w+\s+)?(?:to|for)\s+me\b)",
    re.IGNORECASE,
)
_MAY_DENY = regex(
    r"\b(?:no|not|never|none|nil|zero|0|without|new|lack\w*)\b|n['’]t\b", re.IGNORECASE
)
# Beside these there may be some of another kind: 'no recent lending experience'.
_OF_A_KIND = regex(
    r"\b(?:recent|formal|paid|uk|british|overseas|senior|commercial|professional|further|more|other|such)\b",
    re.IGNORECASE,
)
_SO_FAR = regex(
    r"\s+(?:before|yet|ever|so\s+far|to\s+date|as\s+yet|at\s+all|whatsoever|till\s+now|until\s+now)\W*$",
    re.IGNORECASE,
)
_FIRST = regex(
    r"\b(?:my\s+first|first\s+(?:\w+\s+){0,2}(?:job|post|role|position|appointment)"
    r"|only\s+(?:\w+\s+){0,2}(?:job|employment|post|role|experience)"
    r"|(?:newly|recently)[\s-]+(?:qualified|registered|appointed))\b",
    re.IGNORECASE,
)


def denied(field: Field, candidate: Candidate) -> Evidence | None:
    """Return words that deny it: a first post only begun, no reports, a lower level, or None."""
    leads = field.leading or field.level in {"line_management", "management"}
    for sentence in candidate.sentences:
        if _FIRST.search(sentence.text) and (
            says(field, sentence.text) or (field.level and not field.functions)
        ):
            return cut(candidate, sentence.start, sentence.end)
        if (leads and is_denied(sentence.text)) or denies(field, sentence):
            return cut(candidate, sentence.start, sentence.end)
    if field.min_people is not None:
        for fact in candidate.facts:
            if isinstance(fact.value, People) and fact.value.owned and fact.value.count:
                return cut(candidate, fact.start, fact.end)
    below = [n for n, post in enumerate(candidate.positions) if is_below(field, post.title or "")]
    return heading(candidate, below[0]) if below else None


def denies(field: Field, sentence: Sentence) -> bool:
    """Whether a sentence says that the field was never worked in."""
    text = sentence.text
    if field.level or field.leading or field.setting or not _MAY_DENY.search(text):
        return False
    return any(_is_all_of(field, of) for of in _denied(text))


def _denied(text: str) -> Iterator[str]:
    """Yield what words deny all experience of."""
    yield from (found["of"] for found in _NEVER.finditer(text))
    yield from (
        found["of"]
        for found in _NONE_OF.finditer(text)
        if not _OF_A_KIND.search(found["of"])
        and not _OTHERS.search(text, 0, found.start("of"))
        and not _OF_OTHERS.search(text, 0, found.start())
    )
    yield from (found["of"] for found in _NONE_BEHIND.finditer(text))


def _is_all_of(field: Field, of: str) -> bool:
    """Whether to lack what is denied is to lack the field: who lacks sales lacks dental sales."""
    of = _SO_FAR.sub("", of)
    if not says(field, of):
        return False
    other = field_of(trimmed(of), leading=False, min_people=None)
    if other.level or not field.functions <= wide(other.functions):
        return False
    if MANAGEMENT.search(of) and not MANAGEMENT.search(field.phrase):
        return False
    narrower = other.qualifiers if other.functions else narrower_words(of)
    return all(holds([word], field.phrase) for word in narrower)
