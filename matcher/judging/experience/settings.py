"""Whether a post stood in the setting that is asked: a sector, a kind of school, a place.

Must not know the work that was done there, nor how long.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.knowledge.experience import stages_in
from data.knowledge.places import find_places
from data.knowledge.sectors import sectors
from data.knowledge.titles import belongs, named_in
from data.patterns import regex
from matcher.facts.years.experience_words import content
from matcher.judging.experience.fields import Field, holds, wide
from matcher.judging.experience.sectors_asked import sectors_in

if TYPE_CHECKING:
    from matcher.judging.experience.posts import Post

_UK = regex(r"\b(?:UK|U\.K\.|United Kingdom|British|Britain|England|Wales|Scotland)\b")


def stood_in(wanted: frozenset[str], post: Post) -> bool:
    """Return whether a post stood in one of the sectors wanted, or in a narrower one."""
    return bool(wanted) and any(wanted & sectors().wider(name) for name in post.sectors)


def _at_stage(wanted: frozenset[str], setting: str, post: Post) -> bool:
    """Whether a post stood in a school of a stage, in the United Kingdom where that is asked."""
    named = f"{post.title}, {post.employer}"
    duties = " ".join(each.text for each in post.sentences)
    # A primary school's teacher who 'ran visits to the secondary school' taught in no secondary.
    told = named if stages_in(named) else f"{named} {duties}"
    at_home = (
        not _UK.search(setting)
        or _UK.search(f"{named} {duties}")
        or find_places(f"{named} {duties}")
    )
    return not wanted.isdisjoint(stages_in(told)) and bool(at_home)


def in_setting(field: Field, post: Post) -> bool:
    """Return whether a post stood where the field is asked to have been done."""
    # A function of a stage's own ('secondary teaching') tells it by the title already.
    of_itself = stages_in(" ".join(sorted(field.functions)).replace("_", " "))
    if stages := stages_in(f"{field.phrase} {field.setting}") - of_itself:
        return _at_stage(stages, field.setting, post)
    wanted_sectors = sectors_in(field.setting)
    if not field.setting or stood_in(wanted_sectors, post):
        return True
    if wanted_sectors and post.sectors:
        return False  # It stood elsewhere, whatever its duties dealt with.
    around = named_in(field.setting)
    if around:
        # 'Incident management in IT operations': the setting is a function of its own.
        return field.functions <= wide(around) or any(belongs(post.title, name) for name in around)
    wanted = content(field.setting)
    return any(holds(wanted, text) for text in (*(e.text for e in post.sentences), post.named))
