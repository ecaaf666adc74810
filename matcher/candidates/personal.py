"""Patterns of personal details: e-mail, phone, address, birth, family, nationality, school.

Must not know whose they are. A name is no pattern; it is found in ``redaction``.
"""

from __future__ import annotations

import re

from data.knowledge.identity import identity_words
from data.patterns import regex

_TABLE = identity_words()

# At most 64 characters (RFC 5321, 4.5.3.1.1): without an end, a page in one word takes long.
_LOCAL = r"[\w.+-]{1,64}"
# Without what stands before the sign, too: the name there is left out before all else.
EMAIL = r"[\w.+-]{0,64}@[\w-]+(?:\.[\w-]+)+"
PHONE = (
    r"(?<![\w£$€.,])(?:(?:\+\d{1,3}[\s-]?)?\(\d{1,6}\)[\s-]?\d(?:[\s-]?\d){4,11}"
    r"|(?:\+\d{1,3}[\s-]?)?\d(?:[\s-]?\d){8,12})(?![\w%,]|\.\d)"
)
_LINK = r"(?:https?://|www\.)\S+|\b(?:linkedin|github|facebook|twitter)\.com\S*"
_POSTCODE = r"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b"
_STREET = (
    r"\b(?:[Ff]lat[ \t]+\w+,?[ \t]*)?\d{1,4}[a-z]?,?[ \t]+(?:[A-Z][\w'’-]+[ \t]+){1,4}"
    r"(?i:street|st|road|rd|lane|avenue|ave|close|drive|court|row|way|crescent|terrace|place"
    r"|gardens|grove|hill|square|mews|park)\b\.?"
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?[\s/.-]+(?:of\s+)?(?:{_MONTH}|\d{{1,2}})[\s,/.-]+\d{{2,4}}"
    rf"|{_MONTH}\s+\d{{1,2}},?\s+\d{{4}}|\d{{4}}-\d\d-\d\d|(?:19|20)\d\d)"
)


def _labelled(labels: str) -> str:
    """A label and what stands behind it, to the end of the line or cell."""
    return (
        r"(?im:^|(?<=[|•·;.,\t/(])[ \t]*)[ \t]*(?:[-*•]\s*)?"
        rf"(?i:{labels})[ \t]*(?::|\||\t| - | {{3,}})[ \t|]*[^\n|;]*"
    )


_NUMBER = r"(?:no|one|two|three|four|five|six|\d)"
_CHILD = r"(?:child(?:ren)?|kids?|sons?|daughters?)"
_SAID = (
    rf"(?i:\b(?:date\s+of\s+birth|d\.?o\.?b\.?|born(?:\s+(?:on|in))?)\b[\s:,]*(?:{_DATE})?"
    r"(?:\s+in\s+[a-z]\w+)?"
    r"|\b(?:i\s+am\s+|i'm\s+|aged?\s+)(?:\d\d|[a-z]+ty(?:-[a-z]+)?)"
    r"(?:\s+years?\s+old|\s+years?\s+of\s+age)?(?=[\s,.;)]|$)(?!\s*(?:%|years?\s+of\s+(?!age)))"
    r"|\b\d\d\s+years?\s+old\b|\b\d\d-year-old\b"
    rf"|\b(?:{_TABLE.marital})\b(?=\s*(?:[,.;|)]|$|with\b|and\b|to\b|no\b))"
    rf"(?:[\s,]+(?:with\s+|and\s+)?(?:a\s+)?{_NUMBER}\s+(?:\w+\s+)?{_CHILD})?"
    r"|\b(?:father|mother|mum|dad|parent)\s+of\s+\w+\b|\bmy\s+(?:wife|husband)\b"
    rf"|\b{_NUMBER}\s+(?:young\s+|small\s+|grown-up\s+)?(?:children|daughters|sons)\b"
    r"|\(?\bn[ée]e\s+[a-z][\w'’-]+\)?"
    rf"|\b(?:{_TABLE.nationalities})[ \t-]+(?:citizen(?:ship)?|national(?:ity)?|passport"
    r"(?:\s+holder)?|born|by\s+birth)\b"
    rf"|\b(?:{_TABLE.protected})\b"
    r"|\b(?:maternity|paternity|parental|adoption|shared\s+parental)\s+(?:leave|break)\b"
    r"|\bphoto(?:graph)?\s+(?:attached|enclosed|above|(?:available\s+)?on\s+request|available)\b)"
)
_TITLE = rf"\b(?i:{_TABLE.titles})\b\.?\s+(?=[A-Z])"
# Where a school's name is one wherever it stands; what else is one depends on the sentence.
_SCHOOL = (
    r"\b(?:[A-Z][\w'’&.-]*[ \t]+){1,4}(?:(?:Grammar|High|Comprehensive|Primary|Secondary"
    r"|Girls['’]?|Boys['’]?|Sixth[ \t]+Form)[ \t]+)+(?:School|College|Academy)\b"
    r"|\b(?:[A-Z][\w'’&.-]*[ \t]+){1,3}Sixth[ \t]+Form\b"
)

# Of whatever country: 'Eritrean citizen', 'British and Chilean passport'; a National Bank is none.
_CITIZEN = (
    r"\b(?:[A-Z][\w.'’-]*(?:[ \t]+|[ \t]*(?:/|,|&|\band\b)[ \t]*)){1,4}"
    r"(?:[Cc]itizen(?:ship)?|[Nn]ational(?:ity)?|[Pp]assports?(?:[ \t]+holder)?)\b(?![ \t]+[A-Z])"
)

# What stands by itself and no requirement turns on. Words within a sentence are not of these: "my
# wife" must stay where it says whose years they are.
_PHOTOGRAPH = (
    r"(?im:^[^\w\n]*(?:passport[ \t]+)?(?:photo(?:graph)?|picture)"
    r"(?:[ \t]+(?:attached|enclosed|above|here|available|on[ \t]+request))*[^\w\n]*$)"
)
UNNEEDED = regex(
    "|".join((rf"{_LOCAL}(?=@[\w-]+\.)", _LINK, _PHOTOGRAPH, _labelled(_TABLE.labels))),
    re.MULTILINE,
)
# All that the encoder and a blind reader are not to see.
DETAILS = regex(
    "|".join(
        (
            *(EMAIL, _LINK, _labelled(f"{_TABLE.labels}|{_TABLE.kept_labels}"), _STREET),
            *(_POSTCODE, _SAID, _CITIZEN, _TITLE, _SCHOOL, PHONE),
        )
    ),
    re.MULTILINE,
)
TITLE = regex(_TITLE)
# How a person is reached: a header line with one of these says nothing else.
REACHED = regex(rf"{EMAIL}|{PHONE}|{_STREET}|{_POSTCODE}")
# How somebody asks to be spoken of: "(she/her)".
PAIR = regex(
    r"\(?\b(?:he/him(?:/his)?|she/her(?:/hers)?|they/them(?:/theirs)?)\b\)?", re.IGNORECASE
)
