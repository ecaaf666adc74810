"""Channels, hours, clerical and practical tasks: shown, denied, unsaid, and words that are none."""

from __future__ import annotations

import pytest

from tests.judging.test_statements import outcome


@pytest.mark.parametrize(
    ("expected", "wanted", "cv"),
    [
        # Channels: any part denied denies all of it, a silent part leaves it partly met.
        ("met", "Experience of telephone and webchat enquiries", "Call handler who took webchats"),
        (
            "partly",
            "Experience of telephone and webchat enquiries",
            "Took 70 calls a day for a bank",
        ),
        ("not_met", "Experience of phone and chat support", "Web chat only, never on the phones"),
        ("not_met", "Experience of phone and e-mail support", "All my work was by e-mail only"),
        ("met", "Customer contact by phone, email or SMS", "Answered e-mails from tenants"),
        ("not_stated", "Customer contact by phone, email or SMS", "Grill chef in a steak house"),
        ("not_stated", "Telephone experience", "Sold mobile phones and sleeves for them"),
        ("met", "Face-to-face customer service experience", "Greeted patients at a surgery"),
        ("not_stated", "Face-to-face contact with clients", "Gave person-centred care"),
        ("not_met", "In-person contact with customers", "Exclusively by phone; never face to face"),
        # Hours: who cannot is out, whatever was once done; who would is in where that is asked.
        ("met", "Willing to work nights", "Glad to work nights"),
        ("not_stated", "Experience of night work", "Glad to work nights"),
        ("met", "Experience of night work", "Night shifts in a dairy, 2017-2020"),
        ("not_met", "Able to work nights", "Worked nights in a dairy. Can no longer work nights."),
        ("not_met", "Weekend working required", "I am not available at weekends"),
        ("partly", "Available for weekends and bank holidays", "Worked weekends in a garden shop"),
        ("not_stated", "Night work", "Ran open-mic nights at a pub"),
        ("not_stated", "Night work", "Rostered the night shift crews of a depot"),
        ("not_met", "Shift work", "Office hours only, please"),
        ("met", "On-call experience", "Out-of-hours rota, one week in six"),
        ("not_stated", "On-call experience", "Wrote the on-call policy"),
        ("not_stated", "Experience of lone working", "Bought lone worker alarms and devices"),
        ("met", "Experience of lone working", "Patrolled the docks alone, six nights a week"),
        # Tasks.
        ("met", "Minute taking", "Wrote up the minutes of each parish meeting"),
        ("not_stated", "Minute taking", "Took four minutes off every changeover"),
        ("not_stated", "Minute taking", "Minutes were kept by the clerk"),
        ("not_stated", "Minute taking", "Minute taking, filing, franking, photocopying"),
        ("not_met", "Experience of taking minutes", "Have not taken minutes in any post"),
        ("not_met", "Touch typing", "I do not touch type"),
        ("met", "Report writing", "Drafted quarterly reports on river levels"),
        ("not_stated", "Report writing", "The analyst wrote the reports"),
        ("not_stated", "Report writing", "Wrote SQL for the reports"),
        ("met", "Experience of presenting at board level", "Presented forecasts to the board"),
        ("not_stated", "Experience of presenting to the board", "Prepared packs for the board"),
        ("met", "Cash handling", "Balanced the tills and banked the takings"),
        ("not_stated", "Cash handling", "Sold cash-handling machines to banks"),
        ("not_met", "Cash handling experience", "Have never handled cash"),
        ("met", "Data entry experience", "Keyed 200 dockets of orders each shift"),
        ("met", "Working at height", "Steeplejack for eight years"),
        ("not_met", "Happy to work at height", "I suffer from vertigo"),
        ("not_stated", "Working at height", "Working at height awareness course"),
        ("met", "Giving medication", "Gave insulin and signed the MAR charts"),
        # What is asked besides is not shown by the practice; what is denied is denied all the same.
        ("not_stated", "Experience of weekend working in a hospice", "Worked weekends in a mill"),
        ("not_met", "Experience of weekend working in a hospice", "Have never worked weekends"),
    ],
)
def test_a_practice_is_judged_by_words(expected: str, wanted: str, cv: str) -> None:
    assert outcome(wanted, cv) == expected


@pytest.mark.parametrize(
    ("expected", "cv"),
    [
        ("met", "HND Building Services, 2011. Served my apprenticeship at a shipyard."),
        ("partly", "HND Building Services, 2011"),
        ("partly", "Completed a full apprenticeship with a shipyard in 2008"),
        ("not_stated", "Ran the apprenticeship scheme of a shipyard"),
    ],
)
def test_a_practice_beside_what_was_read_is_asked_too(expected: str, cv: str) -> None:
    assert outcome("HND in building services and a time-served apprenticeship", cv) == expected


def test_no_nights_in_one_of_several_posts_leaves_the_others_open() -> None:
    cv = (
        "Porter, Hill Hospital, 2015 - 2018\nMoved patients. No night shifts.\n\n"
        "Packer, Dale Foods, 2018 - 2022\nPacked pies."
    )
    assert outcome("Experience of night shifts", cv) == "not_stated"
