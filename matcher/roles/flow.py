"""The flow of a role from unit to unit: what a list's opening line lends to the lines below it.

Must not know what a unit asks for. Headings are not the only way to open a list: 'You will need to
be:' asks for all that follows, until the ad turns to something else; and a list of what is asked
is over where the ad turns to applying or to what it offers, though no heading says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from matcher.roles.importance import marked_importance
from matcher.roles.intent import ASKING_SECTIONS, Intent, ends_list, intent, offers
from matcher.types import Importance, Section, Sentence

_OPENS_LIST = (":", "including;", "include;", ":-", ": -")


class Flow:
    """Walks the units of a role in order and says what each does, seen in its place."""

    def __init__(self, sections: Sequence[Section]) -> None:
        self._sections = sections
        self._section: Section | None = None
        self._lent: str | None = None
        self._went_on = False

    def seen(self, unit: Sentence) -> tuple[Sentence, Intent]:
        """Return the unit under the kind of section it really belongs to, and what it does."""
        section = next(s for s in self._sections if s.start <= unit.start < s.end)
        if section is not self._section:
            self._section, self._lent, self._went_on = section, None, False
        seen = replace(unit, section=self._lent) if self._lent else unit
        what = intent(seen)
        if self._lent and self._lent != "other" and self._leaves(seen, what):
            self._lent = None
            seen, what = unit, intent(unit)
        if what is Intent.SILENT and self._went_on and not ends_list(unit):
            what = Intent.ASKS
        self._went_on = what is Intent.ASKS and unit.text.rstrip().endswith(";")
        self._look_ahead(unit, seen, what)
        return seen, what

    def _leaves(self, seen: Sentence, what: Intent) -> bool:
        """Whether a unit no longer belongs to the list that an opening line began."""
        if seen.section == "benefits":
            return what is Intent.ASKS
        return what is Intent.SILENT

    def _look_ahead(self, unit: Sentence, seen: Sentence, what: Intent) -> None:
        """Settle what the units below are to be seen as."""
        opens = unit.text.rstrip().endswith(_OPENS_LIST)
        if opens and offers(unit) and what is not Intent.ASKS:
            self._lent = "benefits"
        elif opens and what is Intent.ASKS:
            said = marked_importance(unit, unit.start, unit.end)
            self._lent = "desirable" if said is Importance.DESIRABLE else "requirements"
        elif opens and what is Intent.DUTY and seen.section not in ("duties", "person"):
            self._lent = "duties"
        elif seen.section in ASKING_SECTIONS and what is Intent.SILENT and ends_list(unit):
            self._lent = "other"
