"""Languages judged by level; the language of a customer or colleague is nobody's evidence."""

from __future__ import annotations

import pytest

from matcher.facts import languages
from matcher.judging import language
from tests.judging.reading import verdicts


@pytest.mark.parametrize(
    ("outcome", "asked", "cv"),
    [
        ("not_met", "Fluent Polish", "Polish (conversational)"),
        ("met", "Fluent Hindi", "LANGUAGES\nHindi, fluent."),
        ("met", "Fluency in Spanish", "LANGUAGES | Spanish (native)"),
        ("not_met", "Fluent French", "GCSE French, grade B"),
        ("not_met", "Fluent French", "A-level French (grade A)"),
        ("not_stated", "Fluent English", "GCSEs: English (B), Maths (A)"),
        ("met", "Conversational Spanish", "Spanish B1"),
        ("met", "Business German", "Fluency in German"),
        ("not_stated", "Fluent Dutch", "Recruited fluent Dutch and Danish agents"),
        ("not_stated", "Fluent Dutch", "Dutch office lead; accounts with Dutch retailers"),
        ("met", "Fluent French or German", "Fluent in French"),
        ("not_met", "Fluency in German", "I do not speak German"),
        ("not_met", "Fluency in German", "English only"),
        ("not_stated", "Fluency in Spanish", "Handled calls in Spanish every day"),
        ("met", "Spanish speaker", "Handled calls in Spanish every day"),
        ("not_met", "Fluency in Spanish", "Learning Spanish with an app"),
        ("met", "Fluent Japanese", "JLPT N1"),
        ("met", "Fluent English", "IELTS 7.5"),
        ("not_met", "Fluent French", "DELF B1"),
        ("met", "Mandarin speaker", "Chinese (Mandarin) - mother tongue"),
        ("met", "BSL Level 2", "BSL Level 3 certificate"),
        ("not_met", "British Sign Language Level 3", "BSL: Level 2, 2021"),
        ("not_stated", "Fluent Welsh", "Worked for Welsh Water in Cardiff"),
        ("met", "Must speak Punjabi", "English, Punjabi and Urdu spoken"),
        (
            "not_met",
            "Fluent Portuguese",
            "Languages: English (native), Spanish (fluent), Portuguese (basic)",
        ),
        (
            "met",
            "Fluency in Spanish",
            "Languages: English (native), Spanish (fluent), Portuguese (basic)",
        ),
        ("not_met", "Fluent Arabic", "Fluent English, some Arabic"),
        ("met", "Fluent Arabic", "English – fluent; Arabic – native"),
        ("not_met", "Fluent French", "French: rusty; last used 2009"),
        ("not_stated", "Fluent French", "My wife is a native French speaker"),
        ("met", "French at C1 or above", "French C2 (DALF)"),
        ("partly", "Fluency in German", "German C1 exam booked for 12 February 2027"),
        ("not_stated", "Fluent Finnish", "Polished reports and finish work on time"),
        ("not_met", "Business-level Italian", "Italian (conversational)"),
        ("met", "Native English speaker", "English mother tongue"),
        ("not_stated", "Fluent Romanian", "Romanian national living in Leeds since 2015"),
        ("met", "Fluent in Swedish or Norwegian", "Languages\nNorwegian - bilingual"),
        ("not_stated", "Fluency in German", "Customers in Germany, Austria and Switzerland"),
        ("not_met", "Fluent Turkish", "Turkish (intermediate, B1)"),
        ("met", "Fluent Urdu", "Bilingual English/Urdu"),
        ("not_met", "Ability to speak Welsh", "Welsh learner, level A2"),
        ("met", "Fluency in Spanish", "Spanish to degree level"),
        ("met", "Fluent French", "French (C1)"),
        ("not_met", "Fluent French", "French, B2"),
        ("met", "Fluent French", "Bilingual French and English"),
        ("met", "Fluent French", "English (native); French (fluent); German (GCSE)"),
        ("not_met", "Fluency in German", "English (native); French (fluent); German (GCSE)"),
        ("not_stated", "Fluent Dutch", "Lived in Amsterdam for six years"),
        ("not_stated", "Fluent Italian", "Ran the Italian market from London"),
        ("met", "Fluent Japanese", "Speaks fluent Japanese, lived in Osaka"),
        ("met", "Fluent Welsh", "First-language Welsh speaker"),
        ("not_met", "Fluent Russian", "Conversational Russian"),
        ("met", "Conversational Arabic", "Native Arabic speaker"),
        ("met", "Basic French", "French GCSE"),
        ("met", "Fluent Polish", "Mother tongue: Polish"),
        ("met", "Fluency in Spanish", "Spanish: professional working proficiency"),
        ("not_met", "Fluency in Spanish", "Spanish, elementary proficiency"),
        ("not_stated", "Fluent Turkish", "Turkish Airlines duty manager"),
        ("not_stated", "Fluency in Spanish", "I no longer speak Spanish well"),
        ("not_stated", "Fluent Portuguese", "Support calls taken in English and Portuguese"),
        ("met", "BSL Level 2 or above", "Level 2 British Sign Language"),
        ("met", "BSL Level 3", "BSL Level 6 interpreter"),
        ("met", "French speaker", "Speaks French and Flemish"),
    ],
)
def test_outcome(outcome: str, asked: str, cv: str) -> None:
    assert [one.outcome for one in verdicts(languages, language, asked, cv)] == [outcome]
