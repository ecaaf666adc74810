"""Whether what a text names is said of people in the plural, or of nobody, oneself included.

Must not know what is named. One person writes "ITIL certified" of himself, but "all ITIL certified"
and "NMC-registered nurses" of others, and "none of us, me included," of himself too.
"""

from __future__ import annotations

import re

from data.patterns import regex

# "None of my team, me included, has ...", "Neither I nor my deputy holds ...".
_NONE_OF_US = regex(
    r"\b(?:none|neither|nobody|no one|not one)\b[^.;]*\b(?:me|i|myself|us|we)\b[^.;]*$",
    re.IGNORECASE,
)
# "All ITIL certified", "of whom six are PMP qualified": said of a group of people.
_OF_SEVERAL = regex(
    r"\b(?:all|both|each|every one|half|many|most|several|some|\d+|two|three|four|five|six|seven"
    r"|eight|nine|ten)\s+(?:of\s+(?:them|whom)\s+)?(?:are\s+|were\s+|now\s+)*$",
    re.IGNORECASE,
)
_QUALIFIED = r"(?:accredited|certified|chartered|licensed|qualified|registered|trained)"
_SAID_OF_THEM = regex(rf"[ -]{_QUALIFIED}\b(?!\s+in\b)", re.IGNORECASE)
_PEOPLE = (
    r"(?!(?:lists|centers|chapters|computers|numbers|offers|orders|others|papers|servers|towers)\b)"
    r"(?:[a-z]*(?:ists|ants|ians|eers|ers|ors|agents|analysts|architects|associates|assistants"
    r"|colleagues|midwives|nurses|people(?!\s+(?:and\s+\w+\s+)?(?:management|practice|development|skills))|professionals|specialists|staff))"
)
_THEIRS = regex(rf"(?:[ -]{_QUALIFIED})?(?:[ -][a-z]+){{0,2}}?[ -]{_PEOPLE}\b", re.IGNORECASE)
_NAMES_PEOPLE = regex(rf"[ -]{_PEOPLE}$", re.IGNORECASE)
# "Guards with an", "visitors needed", "assistants" fluent in French.
_WHO_HAVE_IT = regex(
    rf"\b(?:{_PEOPLE}|residents|guests|cooks|chefs|guards|[a-z]+men|parents|pupils|students)(?:['’]|\s+(?:(?:who|all|each|both|are|were)\s+)*(?:with|without|had|have|has|held|hold|holding|needed|needing"
    rf"|requiring))?\s+(?:(?:an?|the|all|are|were|current|full|valid|their|basic|standard|enhanced)\s+)*$",
    re.IGNORECASE,
)
# "Fellow of the Institute of Brewers" is one of them; so is who was admitted to their register.
_ONE_OF_THEM = regex(
    r"(?:associate|chartered|fellow|member)\s+(?:\w+\s+)?of\b|(?:admitted|elected|entered)\s+(?:in|on|to)\b",
    re.IGNORECASE,
)

# "Reported into a PMP-certified director", "checked by a chartered accountant".
_BY_ANOTHER = regex(
    r"\b(?:alongside|beside|by|from|into|through|under|via)\s+(?:an?|another|our|the)\s+"
    r"(?:[\w-]+\s+)?$",
    re.IGNORECASE,
)
_PERSON = (
    r"(?!(?:after|career|center|chapter|computer|further|higher|later|letter|matter|number|offer"
    r"|order|other|paper|quarter|register|server|tier|under)\b)"
    r"(?:[a-z]*(?:ist|ant|ian|eer|er|or|architect|analyst|associate|colleague|lead|nurse|partner"
    r"|professional))"
)
_SOMEBODY = regex(rf"(?:[ -]{_QUALIFIED})?(?:[ -][a-z]+){{0,2}}?[ -]{_PERSON}\b", re.IGNORECASE)
_IS_SOMEBODY = regex(rf"[ -]{_PERSON}$", re.IGNORECASE)


# 'My employer is Gas Safe registered', 'my cooks all held food hygiene': said of somebody else.
_NOT_ONESELF = regex(
    r"\b(?:(?:my|our|the|an?|their)\s+(?:[\w-]+\s+)?(?:employer|company|firm|contractor|supplier|business|agency|landlord|wife"
    r"|husband|partner|boss|manager|colleague|brother|sister|father|mother|deputy|assistant|team|crew"
    r"|son|daughter|mum|dad|uncle|aunt|niece|nephew|cousin|friend|mate|neighbour|flatmate)"
    r"|(?:my|our|their)\s+(?:[\w-]+\s+)?(?!(?:qualifications|certificates|certifications|skills|awards|licen[cs]es"
    r"|memberships|credentials|papers|courses|cards|letters|belts|studies|exams|results|grades|levels|registrations"
    r"|tickets|degrees|modules|badges|business|class|passes|years|duties|was|is)\b)[a-z]{3,}s)"
    r"\s+(?:(?:all|each|both|also|already)\s+)*(?:is|was|has|had|holds?|held|have|are|were|passed|gained|got|carried|completed)"
    r"\s+(?:(?:an?|the|their|its|been|all|fully|registered|certified|accredited|with|by)\s+){0,3}$",
    re.IGNORECASE,
)
_ONESELF = regex(r"\b(?:I|[Mm]y|[Mm]e)\b")
# "Tamsin took her diploma in Leeds": told of oneself in the third person.
_OF_THE_SUBJECT = regex(
    r"(?:^|[.;]\s)\s*[A-Z][a-zà-ÿ'’-]+(?:\s+[A-Z][a-zà-ÿ'’-]+)?\s+(?:\w+ly\s+|also\s+|then\s+|later\s+){0,2}"
    r"(?:took|takes|holds?|held|has|gained|earned|completed|passed|obtained|got|received|finished|did|sat"
    r"|achieved|added|renewed|keeps|kept)\s+(?:her|his|their)\s+(?:[\w-]+\s+){0,2}$"
)


def is_of_people_before(text: str, start: int) -> bool:
    """Return whether people in the plural have what is named: 'guards holding an SIA ...'."""
    return _WHO_HAVE_IT.search(text, max(0, start - 60), start) is not None


def is_of_the_subject(text: str, start: int) -> bool:
    """Return whether 'her' or 'his' before a name is of whom the sentence tells: whose CV it is."""
    return _OF_THE_SUBJECT.search(text, 0, start) is not None and not _ONESELF.search(text)


def is_of_none(text: str, start: int) -> bool:
    """Return whether nobody, the writer among them, has what is named at ``start``."""
    return _NONE_OF_US.search(text, 0, start) is not None


def is_of_others(text: str, start: int, end: int) -> bool:
    """Return whether what is named is said of people in the plural, or of another person."""
    if _OF_SEVERAL.search(text, max(0, start - 40), start) and _SAID_OF_THEM.match(text, end):
        return True
    if _ONE_OF_THEM.match(text, start, end):
        return False
    if _NOT_ONESELF.search(text, max(0, start - 80), start):
        return True
    if _THEIRS.match(text, end) or _NAMES_PEOPLE.search(text, start, end):
        return True
    by_another = _BY_ANOTHER.search(text, max(0, start - 40), start) is not None
    return by_another and bool(_SOMEBODY.match(text, end) or _IS_SOMEBODY.search(text, start, end))
