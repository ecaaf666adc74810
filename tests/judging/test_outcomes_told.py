"""Results told by other words than the measure's name, year by year, or as what is no longer so."""

from __future__ import annotations

import pytest

from tests.judging.test_statements import outcome


@pytest.mark.parametrize(
    ("expected", "asked", "cv"),
    [
        # Growth that is asked, and growth that is told.
        ("met", "Sales growth of 15% or more", "Showroom sales growth of 22% in my second year"),
        ("met", "Sales growth of 15% or more", "Sales of kitchens grew 18% under me"),
        ("met", "Evidence of growth in sales of 15%", "Grew sales from £800k to £1.1m"),
        ("partly", "Sales growth of 15% or more", "Sales growth of 14% in the year"),
        ("not_met", "Sales growth of 15% or more", "Showroom sales rose by 4% in two years"),
        ("not_met", "Sales growth of 15% or more", "Sales fell by 4% in my second year"),
        ("not_stated", "Sales growth of 15% or more", "Filed the sales growth report"),
        ("met", "Increase CSAT by 5%", "CSAT increase of 7%"),
        # Year by year, in one line and in rows under a name.
        (
            "met",
            "Patient satisfaction above 85%",
            "Patient survey scores: 83% in 2022, 90% in 2024",
        ),
        ("met", "Customer satisfaction of 90%", "Customer satisfaction\n2022: 88%\n2023: 91%"),
        ("not_met", "Customer satisfaction of 90%", "Customer satisfaction\n2022: 58%\n2023: 61%"),
        (
            "not_stated",
            "Customer satisfaction of 90%",
            "Customer satisfaction\nTarget for 2022: 98%",
        ),
        ("met", "Reduced complaints", "Complaints\n2021 40\n2022 31\n2023 12"),
        ("not_met", "Reduced complaints", "Complaints\n2021 12\n2022 31\n2023 40"),
        ("met", "Reduced complaints", "Complaints\n2023: 12\n2022: 31\n2021: 40"),
        # What it takes, and what it took.
        (
            "met",
            "Reduction in turnaround times",
            "Boiler repair times brought down to 5 days from 12",
        ),
        ("met", "Reduction in turnaround times", "Cut void times from 40 days to 22"),
        ("met", "Reduced waiting times", "Turn-round time for samples went from nine days to four"),
        ("not_met", "Reduced waiting times", "Waiting times rose from nine days to fourteen"),
        ("not_stated", "Reduced waiting times", "Logged waiting times for the clinic"),
        ("met", "Success in reducing debtor days", "Debtor days down from 61 to 44"),
        ("not_met", "Success in reducing debtor days", "Debtor days went up from 41 to 58"),
        ("not_stated", "Success in reducing debtor days", "Ran the debtor days report each month"),
        # Less spent than before.
        ("met", "Savings of £100k or more", "Retendered the cleaning: £140k a year less spent"),
        ("met", "Savings of £100k or more", "Spent £140k less on agency nurses than before"),
        ("not_met", "Savings of £100k or more", "Retendered the cleaning: £40k a year less spent"),
        ("not_stated", "Savings of £100k or more", "Budget of £400k, less in later years"),
        # What was kept, arrived or was done at once.
        ("met", "Customer retention of 90%", "Kept 94% of clients at renewal"),
        ("met", "On-time delivery of 95%", "97% of our drops arrived on time last year"),
        ("not_met", "On-time delivery of 95%", "71% of our drops arrived on time last year"),
        ("met", "First-time fix of 80%", "Jobs finished on the first visit: 86%"),
    ],
)
def test_results_told_by_other_words(expected: str, asked: str, cv: str) -> None:
    assert outcome(asked, cv) == expected
