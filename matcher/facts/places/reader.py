"""Reads where a person lives or moves to, and whether they would travel or relocate.

Must not know how near is near enough. A place counts where it is an address or where words such
as 'lives in' give it; where a post was, or where customers are, says nothing. Readiness to travel
or relocate is read as a location called "travel" or "relocation" (denied where it is refused).
"""

from __future__ import annotations

import re
from dataclasses import replace

from data.knowledge.hints import any_part
from data.knowledge.places import Place, find_places, find_postcode, place_named
from data.patterns import regex
from matcher.facts.layout.quoting import fact_in
from matcher.facts.places import homes_apart, homes_to_come
from matcher.facts.places.asks import ON_SITE, RELOCATION, TRAVEL, ask
from matcher.facts.places.homes_to_come import located
from matcher.facts.states.dates import DATE
from matcher.facts.states.whose import somebody_elses
from matcher.types import Fact, Outline, Sentence, Status
from matcher.values import Location

__all__ = ["ON_SITE", "RELOCATION", "TRAVEL", "ask", "read"]

_LIVES = regex(
    r"\b(?:(?:I\s+)?live|lives|living|reside|resides|residing|resident|domiciled|home is|home "
    r"town is|my home in|settled|"
    r"currently|at present|now|presently)\s+(?:in|near(?!-)|at|outside|just outside|close to|of|"
    r"around)\b|\bhome(?: address)?:",
    re.IGNORECASE,
)
# 'I live with my parents in Otley', 'Lives by the canal in Hebden Bridge'.
_LIVES_BY = regex(
    r"(?i:(?:\bI\s+(?:now\s+|currently\s+)?live|^\W*(?:lives?|living))\s+(?:"
    r"(?:alone|locally|above|beside|by|close\s+to|just|near|next\s+to|off|on|opposite"
    r"|with\s+(?:(?:my|his|her|their|our|two|three)\s+)?(?:child\w*|family|husband|kids|parents"
    r"|partner|sister|brother|wife))\b(?!-)[^.;|\n]{0,40}?\b(?:in|near|at|outside)"
    r"|(?:(?!(?:hours?|miles?|minutes?|far)\b)[\w-]+\s+){1,4}(?:from|outside))"
    r"|^\W*(?:my\s+)?home\s+is(?:\s+now)?)\s+(?=[A-Z])",
)
# 'Selby-based' of oneself, where a firm would follow.
_BASED_BEHIND = regex(
    r"^\W*(?:I\s+am\s+|I['’]m\s+)?(?P<place>[A-Z][\w'’ -]{2,25}?)[ -](?:[Bb]ased|resident)\s*"
    r"(?=$|[;,.|(:]|and\s+(?:I|able|happy|willing|looking)\b)"
)
# 'Selby-based joiner': somebody whose trade is named, where 'a Selby-based joinery' is a firm.
_BASED_TRADE = regex(
    r"^\W*(?:An?\s+)?(?P<place>[A-Z][\w'’ -]{2,25}?)[ -][Bb]ased\s+(?:[\w&-]+\s+){0,3}?"
    r"(?!(?:manufacturer|retailer|supplier|provider|distributor|publisher|insurer|wholesaler|contractor|employer"
    r"|developer|housebuilder|builder|lender|caterer|printer|brewer|importer|exporter|operator|carrier|haulier"
    r"|centre|charter|theatre)\b)"
    r"(?:[a-z]{2,}(?:er|or|ist|ian|man|woman|layer|keeper|smith|wright|ee)|assistant|accountant|apprentice|chef"
    r"|clerk|consultant|cook|graduate|mechanic|nurse|paralegal|plasterer|secretary|student|surgeon|technical\s+author)"
    r"\s*(?=$|[;,.|(:]|with\b|and\b|since\b|who\b|looking\b|seeking\b)"
)
_BASED = regex(
    r"\b(?:based|located)\s+(?:in|near|at|around|just outside|close to|within)\b", re.IGNORECASE
)
# Other signs of a home there today: a flat rented, a move made, years lived there up to now.
_SETTLED = regex(
    r"(?:^\W*|\bI\s+(?:now\s+|currently\s+)?)(?:(?:own|rent|renting|have)\s+(?:an?|my|our)\s+(?:own\s+)?(?:house|flat|home|apartment)"
    r"|rent|renting)\s+(?:in|near|outside)\b"
    r"|(?:^\W*|\bI(?:\s+have|['’]ve)?\s+)(?:recently|just|now)\s+moved\s+to\b"
    r"|^\W*(?:I\s+am\s+|I['’]m\s+)?local\s+to\b"
    r"|\bI(?:\s+have|['’]ve)\s+(?:always\s+)?lived\s+(?:in|near|outside)\b(?=\s[^.;,]{3,40}?\s(?:since\b|all\s+my\s+life\b|for\s+(?:the\s+last|the\s+past|\w+\s+years)))"
    r"|(?:^\W*|\bI\s+)(?:moved\s+to|am\s+from)\b(?=[^.;]{3,50}\blive\s+there\b)",
    re.IGNORECASE,
)
# 'A team based in Hove', 'my manager was based in Hove'.
_OTHERS_BASED = regex(
    r"\b(?:teams?|staff|offices?|compan(?:y|ies)|firms?|business(?:es)?|clients?|customers?|suppliers?|depots?|sites?|branch(?:es)?"
    r"|centres?|colleagues|was|were)\s+$",
    re.IGNORECASE,
)
_MOVES = regex(
    r"\b(?:moving|moves?|relocating|relocate|relocation|returning|will (?:be )?(?:living|live|"
    r"move)|buying|purchas\w+|new home|"
    r"completion)\b[^.;]{0,50}?\b(?:to|in|near|at|on)\b",
    re.IGNORECASE,
)
# 'Currently Leeds; ...': the place follows at once and closes.
_NOW = regex(
    r"^\s*(?:currently|now|presently|at present)\s*:?\s+(?P<place>[A-Z][\w'’ -]{2,25}?)"
    r"\s*(?=$|[;,.|(])",
    re.IGNORECASE,
)
_RELOCATES = regex(
    r"\b(?:willing|happy|able|open|prepared|free|would|can|could|ready|keen|will|looking|do(?:n['’]t|\s+not)\s+mind|no\s+(?:problem|issue|objection)s?)\s+(?:(?:to|with)\s+|"
    r"consider\s+|(?:absolutely|certainly|definitely|freely|gladly|happily|readily|willingly|also)\s+|be\s+)*(?:relocat\w+|mov(?:e|ing)(?:\s+(?:to|anywhere|for|house|home)\b|\s*(?:$|[.;,)])))"
    r"|\brelocation\s*[:|–-]\s*(?:yes|ok|fine|possible|willing|happy|open|any)\b"
    r"|\brelocation\s+(?:is\s+)?(?:possible|considered|no problem|not a problem|welcome)|\bwill "
    r"relocate\b",
    re.IGNORECASE,
)
# 'No problem with relocating', 'I do not mind travelling': no refusal.
_NO_TROUBLE = (
    r"(?!\s+(?:mind|problem|issue|objection|trouble|difficult)|\s+an?\s+(?:problem|issue))"
)
_STAYS = regex(
    rf"\b(?:not|unable|unwilling|cannot|can['’]t|won['’]t|don['’]t|do not|no)\b{_NO_TROUBLE}[^.;]"
    r"{0,25}?\b(?:relocat\w+|mov(?:e|ing)(?:\s+(?:from|away|house|home|to)\b|\s*(?:$|[.;,)])))"
    r"|\brelocat(?:e|ion|ing)\s*[:|–-]\s*(?:no|not|none)\b(?!\s+(?:problem|issue))",
    re.I,
)
_TRAVELS = regex(
    r"\b(?:(?:willing|happy|able|prepared|free|keen|glad|ready|content|used|open|comfortable|fine|flexible)"
    r"\s+(?:to|with|about|on|as\s+to)|(?:no\s+(?:problem|issue|objection|difficulty)s?\s+(?:with|to|about)|don['’]t\s+mind|not\s+mind|not\s+averse\s+to|available\s+for))"
    r"\s+(?:(?:regular|frequent|extensive|some|any|overnight|business|national|international|extra)\s+)*(?:travel|drive|"
    r"commute|commuting)\w*|(?:^\W*|\bI\s+)will\s+travel\b|\bfully\s+mobile\b"
    r"|\btravel(?:ling)?(?:\s*[:|–-]\s*|\s+is\s+|\s+)(?:no|not\s+an?)\s+(?:problem|issue|difficulty)\b"
    r"|\btravel(?:ling)?\s*[:|–-]\s*(?:yes|ok|fine|willing|happy|anywhere|any)\b"
    r"|\b(?:willingness|flexibility) to travel"
    r"|\bI\s+(?:regularly\s+|often\s+|already\s+)?travel\s+(?:to|all|across|between|around|up)\b"
    r"|\bcan travel\b"
    r"|\btravel(?:s|led|ling)?\s+(?:readily|widely|extensively|nationally|internationally|weekly|"
    r"regularly|frequently|happily|between|across|throughout)"
    r"|\b\d+\s?% (?:of )?(?:my )?(?:time )?travel"
    r"|\b(?:willing|happy|able|prepared|free|ready|content)\s+to\s+(?:be|stay|work)\s+away\b",
    re.IGNORECASE,
)
_HOME_BOUND = regex(
    r"\b(?:unable to|unwilling to|cannot|can['’]t|won['’]t|don['’]t|do not|(?:prefer|rather) not"
    rf"|not (?:able|willing|prepared|free|looking|available) to)\b{_NO_TROUBLE}[^.;]{{0,20}}?"
    r"\btravel\b|\bno\s+(?:business\s+)?travel(?:ling)?\b(?!\s+(?:problem|issue|restriction))"
    r"|\btravel(?:ling)?\s*[:|–-]\s*(?:none|no\b|not\b)(?!\s+(?:an?\s+)?(?:problem|issue))",
    re.I,
)
_LABELS = regex(
    r"^(?:home )?(?:address|town|city|location|residence|lives|home|area|based|postcode|place)$",
    re.I,
)
# 'Remote only', 'seeks wholly remote work', 'cannot work on site'.
_FROM_HOME = regex(
    r"\b(?:remote|remotely|home[\s-]?based|home\s*working|work(?:ing)?\s+from\s+home|wfh)[\s-]+(?:\w+\s+)?only\b"
    r"|\bonly\s+(?:(?:work(?:ing)?|looking|consider\w*|interested|want|accept|for|in|to|be)\s+){0,3}(?:remote|remotely|from\s+home|home[\s-]?based)\b"
    r"|\b(?:seek\w*|looking\s+for|want\w*|wish\w*|need\w*|require\w*|prefer\w*)\s+(?:an?\s+)?(?:\w+\s+)?(?:fully|entirely|wholly|100\s?%|exclusively)\s+remote\b"
    r"|\b(?:cannot|can['’]t|unable\s+to|not\s+able\s+to|will\s+not|won['’]t|do\s+not\s+want\s+to)\s+(?:work|be|come|attend)\s+(?:\w+\s+)?(?:on[\s-]?site|in\s+(?:an|the)\s+office|in\s+person)\b",
    re.IGNORECASE,
)
_CELLS = regex(r"\s*[|•·,\t\n/]\s*|\s{3,}|\s[-–—]\s")
_CONTACT = regex(r"@|\b0?\(?\d{4,5}\)?[\s-]?\d{3}|\+44|\btel\b|\bmobile\b", re.IGNORECASE)
_STREET = regex(
    r"^(?:flat\s*\w+|\d+[a-z]?)\s+[A-Z]|\b(?:road|street|avenue|lane|close|terrace|drive|court|"
    r"way|row|place|crescent|gardens|grove)$",
    re.I,
)
_TRAILING = regex(r"[\s.,;:]+$")
_AREA = regex(r"^(?:near|greater|central|north|south|east|west|the|city of)\s+", re.IGNORECASE)
_TOP = 700
_BESIDE = 60
# From this radius in miles a place is a country.
_COUNTRY = 100.0
_NOT_HOME = frozenset({"experience", "education", "volunteering"})
# One of these is in all that is said of readiness to move or travel.
_JOURNEYS = ("relocat", "mov", "mobile", "travel", "drive", "commut", "away")
# ... and one of these in all that is said of working from home, or of where home is.
_FROM_HOMES = ("remote", "home", "wfh", "site", "office", "person")
_HOMES = ("live", "living", "home is")
_HOMES_APART = (" from ", " outside ", " of ", "far ", "nowhere near")
_BOXES = frozenset({"personal", "contact"})
_CONTACT_SECTIONS = frozenset({"other", "personal", "status", "contact"})


def read(cv: Outline) -> list[Fact]:
    """Return where the person lives or moves to, and readiness to travel or relocate."""
    found = []
    for sentence in cv.sentences:
        facts = _told(sentence)
        # What a CV opens with is an address, whatever post the same line goes on to tell.
        if not facts and (sentence.position is None or sentence.start == 0):
            facts = _addressed(sentence, cv.text[sentence.start : sentence.end + _BESIDE])
        found += facts + _ready(sentence)
    return found


def _told(sentence: Sentence) -> list[Fact]:
    """Places given by words: 'lives in Hove', 'moving to Leith in March 2027'."""
    text = sentence.text
    found = []
    moves = None if _RELOCATES.search(text) else _MOVES.search(text)
    then = homes_to_come.after_a_date(sentence)
    found += [then] if then else []
    if (
        moves
        and not then
        and not re.search(
            r"\b(?:team|office|service|data|customers|operations|moved|system|we)\b(?!\s+(?:are|will|move|have))",
            text[: moves.end()],
            re.I,
        )
    ):
        for place, _, end in find_places(text, moves.end(), moves.end() + 40)[:1]:
            date = DATE.search(text, end)
            found.append(
                fact_in(
                    sentence,
                    located(place),
                    moves.start(),
                    date.end() if date else end,
                    status=Status.IN_PROGRESS,
                    when=date.group() if date else None,
                )
            )
    found += [] if found else homes_to_come.read(sentence)
    in_post = sentence.position is not None
    if any_part(_HOMES_APART, text) and (home := homes_apart.apart(text, in_post=in_post)):
        # Who lives far from a place, nobody knows how far, lives nowhere that is told.
        near = find_places(text, home.end, home.end + 40)[:1] if home.miles is not None else []
        value = [(replace(located(place), away=home.miles or 0.0), end) for place, _, end in near]
        return [*found, *(fact_in(sentence, one, home.start, end) for one, end in value)]
    now = _NOW.match(text) or (_based(text) if sentence.position is None else None)
    here = place_named(now["place"]) if now else None
    if now and here:
        return [*found, fact_in(sentence, located(here), *now.span("place"))]
    lives = (
        (_LIVES_BY.search(text) if any_part(_HOMES, text) else None)
        or _LIVES.search(text)
        or _SETTLED.search(text)
        or (_BASED.search(text) if sentence.position is None else None)
    )
    if lives is None or _of_others(text, lives.start()):
        return found
    for place, start, end in find_places(text, lives.end(), lives.end() + 40)[:1]:
        if not (found and start >= found[0].start - sentence.start):
            found.append(fact_in(sentence, located(place), lives.start(), end))
    return found


def _of_others(text: str, start: int) -> bool:
    """Whether somebody else or something is said to live or be based there."""
    return somebody_elses(text, 0, start) or _OTHERS_BASED.search(text, 0, start) is not None


def _based(text: str) -> re.Match[str] | None:
    """'Selby-based' of oneself, by itself or before one's trade."""
    return _BASED_BEHIND.match(text) or _BASED_TRADE.match(text)


def _addressed(sentence: Sentence, beside: str) -> list[Fact]:
    """A place that stands as an address: a labelled row, a contact line, a line of its own.

    ``beside`` is the sentence with what follows: a telephone number often stands there.
    """
    text = sentence.text
    labelled = _LABELS.match(sentence.label.strip()) is not None
    # The contact box of a page in columns may stand anywhere.
    top = sentence.section in _CONTACT_SECTIONS and (
        sentence.start < _TOP or sentence.section in _BOXES
    )
    cells = [(cell, *_place_of(cell)) for cell in _CELLS.split(text) if cell]
    if not (labelled or top or _is_formal(sentence, [place for _, place, _ in cells])):
        return []
    whole = find_postcode(text, full=True)
    named = next((place for _, place, _ in cells if place), None)
    if named is None:
        if whole is None:
            return []
        area, start, end = whole
        return [fact_in(sentence, located(area), start, end)]
    coded = any(has_code for _, place, has_code in cells if place)
    alone = all(place or _is_neutral(cell) for cell, place, _ in cells)
    contact = _CONTACT.search(beside if sentence.start == 0 else text)
    if labelled or whole or coded or alone or contact:
        spans = [(start, end) for place, start, end in find_places(text) if place is named]
        start, end = spans[0] if spans else (0, len(text))
        return [fact_in(sentence, located(named), start, end)]
    return []


def _is_formal(sentence: Sentence, named: list[Place | None]) -> bool:
    """Whether a line is a town and its country, as professional profiles print under a name."""
    if sentence.section in _NOT_HOME or len(named) < 2 or named[-1] is None:
        return False
    return named[-1].radius >= _COUNTRY and all(named)


def _place_of(cell: str) -> tuple[Place | None, bool]:
    """Return the place that a cell of an address is, and whether a postcode stands with it."""
    code = find_postcode(cell, full=False)
    bare = (cell[: code[1]] + cell[code[2] :]) if code else cell
    label = re.match(r"[A-Za-z ]{2,20}:\s*", bare)
    if label:
        bare = bare[label.end() :]
    bare = _TRAILING.sub("", bare).strip()
    place = place_named(bare) or place_named(_AREA.sub("", bare))
    return place, code is not None and place is not None


def _is_neutral(cell: str) -> bool:
    """Whether a cell is a street or nothing but a country, postcode or contact."""
    bare = _TRAILING.sub("", cell).strip()
    return bool(
        not bare
        or _RELOCATES.match(bare)
        or _STREET.search(bare)
        or _CONTACT.search(bare)
        or find_postcode(bare, full=False)
    )


def _ready(sentence: Sentence) -> list[Fact]:
    text = sentence.text
    found = []
    journeys = ((RELOCATION, _STAYS, _RELOCATES), (TRAVEL, _HOME_BOUND, _TRAVELS))
    for place, refused, agreed in journeys if any_part(_JOURNEYS, text) else ():
        no, yes = refused.search(text), agreed.search(text)
        if (told := no or yes) and somebody_elses(text, 0, told.start()):
            continue
        if no:
            value = Location(place)
            found.append(fact_in(sentence, value, *no.span(), status=Status.DENIED))
        elif yes:
            found.append(fact_in(sentence, Location(place), *yes.span()))
    home = _FROM_HOME.search(text) if any_part(_FROM_HOMES, text) else None
    if home:
        found.append(fact_in(sentence, Location(ON_SITE), *home.span(), status=Status.DENIED))
    return found
