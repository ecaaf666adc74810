"""The phrase that a requirement is shown in."""

import pytest

from matcher.criteria import General
from matcher.roles.wording import whole_phrases
from matcher.types import Asked, Sentence


@pytest.mark.parametrize(
    ("text", "read", "shown"),
    [
        ("You need an enhanced DBS check.", ["DBS check"], ["enhanced DBS check"]),
        ("Hold a full UK driving licence", ["driving licence"], ["full UK driving licence"]),
        ("Advanced Excel skills are needed", ["Excel"], ["Advanced Excel skills"]),
        (
            "Fluent in Welsh and proficient in Excel",
            ["Welsh", "Excel"],
            ["Fluent in Welsh", "proficient in Excel"],
        ),
        ("Word, Excel", ["Word", "Excel"], ["Word", "Excel"]),
        ("Someone who has led looms", ["who has led looms"], ["led looms"]),
        (
            "Line management of 20 weavers in one mill.",
            ["Line management of 20"],
            ["Line management of 20 weavers in one mill"],
        ),
        ("Weaver's ticket Level 2 / equal", ["Weaver's ticket"], ["Weaver's ticket Level 2"]),
        ("A budget of £2m or more", ["budget of £2m"], ["budget of £2m"]),
        ("Loom ticket (Grade 2) held", ["Loom ticket (Grade"], ["Loom ticket (Grade 2)"]),
        ("A weaver, not a valid one-off Loom ticket", ["Loom ticket"], ["Loom ticket"]),
    ],
)
def test_whole_phrases(text: str, read: list[str], shown: list[str]) -> None:
    offset = 7
    asked = [
        Asked(General(), offset + text.index(words), offset + text.index(words) + len(words))
        for words in read
    ]
    sentence = Sentence(text, offset, offset + len(text))
    spans = whole_phrases(sentence, asked)
    assert [text[start - offset : end - offset] for start, end in spans] == shown
