"""Dates and periods as CVs print them, read to "YYYY-MM", "YYYY" or "present".

Must not know what a period is the period of. Only the precision that is printed is kept: a day is
dropped, a bare year stays a bare year, a season becomes its middle month.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from data.patterns import regex

PRESENT = "present"

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb", "febr"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
# The middle month of each season in the northern hemisphere; winter is told by its January.
_SEASONS = {
    "spring": 4,
    "easter": 4,
    "summer": 7,
    "autumn": 10,
    "fall": 10,
    "christmas": 12,
    "xmas": 12,
    "winter": 1,
}
# The middle month of a quarter, by its number.
_QUARTERS = {"1": 2, "2": 5, "3": 8, "4": 11}
_UNITS = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = {"twenty": 20, "thirty": 30, "eighty": 80, "ninety": 90}
_LONGEST_FIRST = sorted((*_UNITS, *_TENS), key=len, reverse=True)
_DIGITS = _UNITS[:9]
_TEENS = _UNITS[9:]

_YEAR = r"(?:19[4-9]\d|20[0-4]\d)"
# 'Jan2015' lost its space.
_MONTH = f"(?:{'|'.join(sorted(_MONTHS, key=len, reverse=True))})(?:\\b\\.?|(?={_YEAR}))"
_SPELT = (
    r"(?:two thousand(?:\s+and)?(?:[\s-]+(?:" + "|".join(_LONGEST_FIRST) + r"))*"
    r"|nineteen[\s-](?:eighty|ninety)(?:[\s-](?:" + "|".join(_DIGITS) + r"))?"
    r"|twenty[\s-](?:" + "|".join(_TEENS) + r"|twenty(?:[\s-](?:" + "|".join(_DIGITS) + r"))?))"
)
_QUARTER = (
    r"(?:\bQ(?P<quarter{tag}>[1-4])|\b(?P<nth{tag}>[1-4])(?:st|nd|rd|th)\s+quarter)"
    rf"\s*,?\s*(?:of\s+)?(?P<qyear{{tag}}>{_YEAR})"
)
# "'04" is a year where it opens or ends a period; alone it may open a quotation.
_SHORT_YEAR = r"(?<!\w)['’‘´`](?P<yy{tag}>\d\d)(?![\w/])"
_SHORT_YEAR_BEGINS = (
    r"(?:(?<=since\s)|(?<=from\s)|(?=['’‘´`]\d\d\s*(?:[-–—]|to\b|until\b|till\b)\s*"
    r"(?:['’‘´`]?\d\d\b|now\b|date\b|present\b|today\b)))"
)
# '5/22' could be anything, but not where it opens or ends a period.
_SHORT_MONTH = r"(?:0?[1-9]|1[0-2])/\d\d(?![\d/])"
_TILL = r"\s*(?:[-–—]|to\b|until\b|till\b)\s*"
_BEGINS = rf"(?={_TILL}(?:{_SHORT_MONTH}|now\b|date\b|present\b|current\b))"
# So with a day, '3.2.25', which could be a version or a price, too.
_SHORT_DAY = r"(?<![\d./-])(?:0?[1-9]|[12]\d|3[01])(?P<dot{tag}>[./-])"
_DAY_BEGINS = r"(?:(?<=since\s)|(?=\d{1,2}[./-]\d{1,2}[./-]\d\d" + (
    rf"{_TILL}(?:\d{{1,2}}[./-]\d{{1,2}}[./-]\d\d|now|today|date|present|current)\b))"
)
_PART_OF = (
    r"(?:\b(?:the\s+)?(?:(?:very\s+)?(?:early|mid|late)|(?:beginning|start|middle|end)\s+of)"
    rf"[\s-]+(?:the\s+|in\s+)?|\bthe\s+(?=(?:{'|'.join(_SEASONS)})\b))?"
)


def _point(tag: str) -> str:
    """The pattern of one date; ``tag`` keeps the group names of two dates apart."""
    # 'Oct 18 - Mar 23 Service Analyst': behind a dash no word makes two digits a day.
    behind = r"(?=\s*(?:$|[-–—),:;|\n\t]|to\b|until\b)" + (r"|\s+[A-Z])" if tag == "2" else ")")
    one_digit = "[1-9]" if tag == "2" else f"[1-9](?=/\\d\\d{_BEGINS})"
    day_begins = "" if tag == "2" else _DAY_BEGINS
    year_begins = "" if tag == "2" else _SHORT_YEAR_BEGINS
    return (
        rf"{_PART_OF if tag == '2' else ''}(?:{_QUARTER.format(tag=tag)}|"
        rf"{day_begins}{_SHORT_DAY.format(tag=tag)}(?P<dmonth{tag}>0?[1-9]|1[0-2])(?P=dot{tag})"
        rf"(?P<dshort{tag}>\d\d)(?![\d./-])|"
        rf"(?:\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?<![^\W_])(?P<month{tag}>{_MONTH})"
        rf"(?:\s+\d{{1,2}}(?:st|nd|rd|th)?(?=[,\s]+{_YEAR}))?[\s,./-]*"
        rf"(?:(?P<year{tag}>{_YEAR})|['’‘´`](?P<short{tag}>\d\d)\b|(?P<spelt{tag}>{_SPELT})"
        rf"|(?<=[A-Za-z][-/. ])(?P<bare{tag}>[0-36-9]\d){behind})"
        rf"|\b(?P<season{tag}>{'|'.join(_SEASONS)})\s+(?:of\s+)?(?P<syear{tag}>{_YEAR})"
        rf"|(?<![\d/])(?:\d{{1,2}}[/.-])?(?P<number{tag}>0?[1-9]"
        rf"|1[0-2])(?:\s?[/.]\s?|(?<=\d\d)-)(?P<nyear{tag}>{_YEAR})"
        rf"|(?<![\d/])(?P<number2{tag}>0[1-9]|1[0-2]|{one_digit})/(?P<nshort{tag}>\d\d)(?![\d/])"
        rf"|(?<!\d)(?P<iyear{tag}>{_YEAR})[-/.](?P<inumber{tag}>0[1-9]|1[0-2])(?:-\d\d)?(?!\d)"
        rf"|(?:\b(?:early|mid|late|end of)[\s-]+)?(?<![\d£$€,.])(?P<only{tag}>{_YEAR})(?![\d%]"
        r"|,\d|\.\d)"
        rf"|{year_begins}{_SHORT_YEAR.format(tag=tag)}"
        rf"|\b(?P<only_spelt{tag}>{_SPELT})\b"
        r")"
    )


_STILL = (
    r"still\s+(?:here|there|in\s+(?:the\s+)?(?:post|role|job)|employed"
    r"|(?:work|serv)ing(?:\s+(?:here|there))?)"
)
_NOW = (
    rf"(?P<now>\b(?:{_STILL}|"
    r"(?:to|till|until)[\s-]+(?:date|now|present|the\s+present(?:\s+day)?|today)"
    r"|(?:the\s+)?present(?:\s+day)?|currently|current|now|today|ongoing|on-going|date)\b)"
)
_CELL = r"\s*(?:\||\t|\s{3,})[\s|]*"
_DASH = r"\s*(?:[-–—―‐‑−~→]{1,2}>?|â€[“”\x93\x94]|ï¼\S?)\s*"
# What happened when a stretch ended: '2012 until the site closed in 2023'.
_EVENT_END = (
    r"(?:(?:the|my|our|its|I|redundancy|retirement|closure|leaving|moving|being|an?)\b"
    r"(?:\s+[\w'’-]+){0,5}?\s+(?:in|on)\s+)"
)
# A label of its own, where the first date had one: 'Start: May 2019. End: June 2021'.
_END_LABEL = r"(?:end(?:ed)?|finish(?:ed)?|left|leaving|to|until|till)(?:\s+date)?\s*:\s*"
# 'Joined May 2019; current': only where nothing else follows.
_STILL_SO = r"\s*[;,(]\s*(?=(?:still|current(?:ly)?|present|ongoing)\b[\w\s]{0,12}(?:$|[.,;)\n]))"
_TO = (
    rf"(?:{_DASH}|[ \t]*[.,;|/]?[ \t]+{_END_LABEL}|{_STILL_SO}"
    r"|,?\s+(?:to:?|until|till|til|through|thru|up\s+to|and)\s+|\s+-?to-?\s+"
    rf"|,?\s+(?:until|till|til)\s+{_EVENT_END})"
)

# 'Jan to June 2019': both months are of one year.
_DAY = r"(?:\d{1,2}(?:st|nd|rd|th)?\s+)?"
_SAME_YEAR = rf"(?:\b{_DAY})(?<![^\W_])(?P<lone1>{_MONTH})(?={_TO}{_DAY}{_MONTH}[\s,]*{_YEAR})"
# How a stretch of work is said to begin and to end: 'started May 2019, resigned in June 2021'.
_BEGAN = (
    r"(?:start(?:ed|s)?(?:\s+date)?|began|join(?:ed|s)|appointed|hired|recruited|engaged"
    r"|taken\s+on)"
)
ENDED = (
    r"(?:left|leav(?:er|ing)|resigned|retired|quit|finish(?:ed|ing)?|end(?:ed|ing|s)?(?:\s+date)?"
    r"|departed|moved\s+on|stepped\s+down|stay(?:ed|ing)|remain(?:ed|ing)|handed\s+over|gave\s+(?:it"
    r"|this|that)?\s*up|sold\s+(?:it|up)|closed|laid\s+off|redundan(?:t|cy)|made\s+redundant"
    r"|let\s+go|relieved|demobbed|discharged)"
)
_LEFT = (
    rf"\s*[,;:–-]?\s*(?:and\s+|then\s+)?(?:I\s+|was\s+|until\s+)*{ENDED}"
    r"(?:\s+(?:it|there|them))?(?:\s*:|\s+(?:in|on|at\s+the\s+end\s+of|until|till))*\s*"
)
# A clause that only says when what was told before it ended: '; stayed until May 2014'.
GOES_ON = regex(
    rf"\s*(?:and\s+|but\s+|I\s+|he\s+|she\s+|was\s+)*{ENDED}\b(?=[^.;]*\d)|\s*{_END_LABEL}",
    re.IGNORECASE,
)
# What happened when a stretch began: 'since leaving school in 1999', 'since I qualified in 2004'.
_EVENT = (
    r"(?:(?:I|he|she|they|my|his|her|their|the|being|having|[a-z]+ing)\s+"
    r"(?:[\w'’&-]+\s+){0,7}?(?:back\s+)?(?:in|on)\s+)"
)
_RANGE = regex(
    rf"(?P<since>\b(?:since(?:\s+back\s+in)?|from:?|as of|starting|between"
    rf"|(?:go|goes|going|dat(?:e|es|ing)|stretch(?:es|ing)?|reach(?:es|ing)?)\s+back\s+to)\s+"
    rf"(?:(?:(?<=since\s)|(?<=from\s)){_EVENT})?{_PART_OF})?"
    rf"(?P<began>\b{_BEGAN}(?:\s*:|\s+(?:in|on))?\s+{_PART_OF})?"
    rf"(?:{_point('1')}|{_SAME_YEAR})"
    rf"(?:(?P<sep>{_TO}|{_CELL}|(?P<left>{_LEFT}))(?:{_NOW}|{_point('2')})|(?P<open>\s+(?=(?:to"
    r"|till)\s+date\b)(?:to|till)\s+date|\s+onwards?\b|\s+on(?=\s*(?:$|[\n|;]))"
    rf"|{_DASH}(?=$|[\n|).,;])))?",
    re.IGNORECASE,
)
# 'November 2022: left'.
LEFT_THEN = regex(rf"\s*[:,–-]?\s*(?:I\s+|and\s+)?{ENDED}\b", re.IGNORECASE)
_GOES_ON_TILL_NOW = regex(r"since|\w+\s+back\s+to", re.IGNORECASE)
_UNTIL = regex(
    rf"\b(?:until|till|to|{ENDED}(?:\s+(?:it|there|them))?(?:\s+(?:in|on|until|till))*)\s*$",
    re.IGNORECASE,
)
_SHORT_END = regex(rf"\b({_YEAR})\s?[-–—/]\s?(\d\d)(?![\d/%-]|\s*{_MONTH})", re.IGNORECASE)
_SCHOOL_YEARS = regex(
    r"\b(?P<from>20\d\d)/(?P<next>\d\d)\s*(?:[-–—]|to|until|through)\s*20\d\d/(?P<till>\d\d)(?![\d/])",
    re.IGNORECASE,
)
_YEARS_ONLY = regex(r"(?:19|20)(?P<first>\d\d)-(?P<last>\d\d)")
_WORD_OR_DASH = regex(_TO, re.IGNORECASE)
_MAYBE = regex(r"\d\d|thousand|nineteen|twenty", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time as printed.

    Attributes:
        start: "YYYY-MM", "YYYY" or None.
        end: The same, "present", or None for a single date.
        span: Offsets of the words.
        opens: Whether words before it ("since", "from") say that it is a beginning.
    """

    start: str | None
    end: str | None
    span: tuple[int, int]
    opens: bool = False


def may_date(text: str, start: int = 0, end: int | None = None) -> bool:
    """Return whether `periods` can find anything; False is certain."""
    return _MAYBE.search(text, start, len(text) if end is None else end) is not None


def periods(
    text: str, start: int = 0, end: int | None = None, *, cells: bool = False
) -> list[Period]:
    """Return the periods and single dates within ``[start, end)``, in order.

    Args:
        text: The document.
        start: Where to begin.
        end: Where to stop; the end of the text by default.
        cells: Whether two dates in neighbouring cells of a row are one period.
    """
    stop = len(text) if end is None else end
    if not may_date(text, start, stop):
        return []
    found = []
    at = start
    school = {
        match.start(): match
        for match in _SCHOOL_YEARS.finditer(text, start, stop)
        if int(match["next"]) == (int(match["from"]) + 1) % 100  # '2015/01' is a month.
    }
    while match := _RANGE.search(text, at, stop):
        years = school.get(_start_of_first(match))
        period = _school_years(years) if years else _period(text, match, cells)
        found.append(period)
        at = max(period.span[1], at + 1)
    return found


def ended(text: str, found: list[Period]) -> list[Period]:
    """Join 'in May 2014 I took over ... and stayed until June 2017' to one period.

    Args:
        text: What the periods stand in.
        found: All the periods of a sentence; they are joined where these are two single dates.
    """
    if len(found) == 2 and found[0].end is found[1].end is None:
        first, last = found
        if is_end(text, first) and (last.start or "") < (first.start or ""):
            # 'Until May 2014 I was a cook, having begun in June 2009'.
            return [Period(last.start, first.start, first.span, opens=True)]
        between = _UNTIL.search(text, first.span[1], last.span[0])
        if between or LEFT_THEN.match(text, last.span[1]):
            return [Period(first.start, last.start, first.span, opens=True)]
    return found


def is_end(text: str, period: Period) -> bool:
    """Return whether the words before a date say that something ended then: 'until May 2014'."""
    return _UNTIL.search(text, max(0, period.span[0] - 20), period.span[0]) is not None


def _period(text: str, match: re.Match[str], cells: bool) -> Period:
    first = _read(match, "1")
    opens = match["since"] is not None
    stop = _end_of_first(match)
    sep = match["sep"]
    if match["left"]:
        joined = not match["now"]
    else:
        joined = sep is not None and (cells or _is_word_or_dash(text, *match.span("sep")))
        joined = joined and not _is_and_without_between(match)
    if joined:
        start = match.start() if opens or match["left"] else _start_of_first(match)
        last = PRESENT if match["now"] else _read(match, "2")
        return Period(first, last, (start, match.end()), opens or match["left"] is not None)
    begins = match.start() if opens else _start_of_first(match)
    if match["open"] is not None:
        return Period(first, PRESENT, (begins, match.end()), opens)
    alone = None if opens else _YEARS_ONLY.fullmatch(text, begins, stop)
    if alone and alone["last"] > alone["first"]:
        # With no other date behind it '2004-07' is no July.
        return Period(match["iyear1"], match["iyear1"][:2] + alone["last"], (begins, stop), opens)
    short = _SHORT_END.match(text, match.start("only1")) if match["only1"] else None
    if short and int(short[2]) >= int(short[1][2:]):
        return Period(first, short[1][:2] + short[2], (begins, short.end()), opens)
    if opens and _GOES_ON_TILL_NOW.match(match["since"]):
        return Period(first, PRESENT, (begins, stop), opens)
    return Period(first, None, (begins, stop), opens)


def _school_years(match: re.Match[str]) -> Period:
    """'2018/19 to 2021/22': years that begin in September."""
    return Period(f"{match['from']}-09", f"20{match['till']}-08", match.span())


def _is_word_or_dash(text: str, start: int, end: int) -> bool:
    found = _WORD_OR_DASH.match(text, start)
    return found is not None and found.end() == end


def _is_and_without_between(match: re.Match[str]) -> bool:
    between = (match["since"] or "").lower().startswith("between")
    return match["sep"].strip(" ,").lower() == "and" and not between


def _start_of_first(match: re.Match[str]) -> int:
    return max(match.start(), match.end("since"), match.end("began"))


def _end_of_first(match: re.Match[str]) -> int:
    return max(match.end(name) for name in match.groupdict() if name.endswith("1"))


def _read(match: re.Match[str], tag: str) -> str:
    def group(name: str) -> str | None:
        return match.groupdict().get(name + tag)

    if lone := group("lone"):
        return f"{_read(match, '2')[:4]}-{_MONTHS[lone.lower().rstrip('.')]:02}"
    if quarter := group("quarter") or group("nth"):
        return f"{group('qyear')}-{_QUARTERS[quarter]:02}"
    if month := group("month"):
        number = _MONTHS[month.lower().rstrip(".")]
        year = _year_of(group("year"), group("short") or group("bare"), group("spelt"))
        return f"{year}-{number:02}"
    if season := group("season"):
        return f"{group('syear')}-{_SEASONS[season.lower()]:02}"
    for number_name, year_name in (("number", "nyear"), ("inumber", "iyear")):
        if found := group(number_name):
            return f"{group(year_name)}-{int(found):02}"
    for number_name, year_name in (("number2", "nshort"), ("dmonth", "dshort")):
        if found := group(number_name):
            return f"{_year_of(None, group(year_name), None)}-{int(found):02}"
    if short_year := group("yy"):
        return _year_of(None, short_year, None)
    return group("only") or str(spelt_year(group("only_spelt") or ""))


def _year_of(full: str | None, short: str | None, spelt: str | None) -> str:
    if full:
        return full
    if short:
        # Two digits: nobody's CV tells of the 2050s.
        return f"{19 if int(short) >= 50 else 20}{short}"
    return str(spelt_year(spelt or ""))


def spelt_year(words: str) -> int:
    """Return the year spelt out in ``words`` ("two thousand and nineteen" is 2019).

    Raises:
        ValueError: where the words are no year.
    """
    parts = [part for part in re.findall(r"[a-z]+", words.lower()) if part != "and"]
    values = {word: number for number, word in enumerate(_UNITS, start=1)} | _TENS
    if parts[:2] == ["two", "thousand"]:
        return 2000 + sum(values[part] for part in parts[2:])
    if parts and parts[0] in {"nineteen", "twenty"}:
        return values[parts[0]] * 100 + sum(values[part] for part in parts[1:])
    raise ValueError(f"no year: {words!r}")


def month_number(date: str) -> int:
    """Return the months from year 0 to a "YYYY-MM"."""
    return int(date[:4]) * 12 + int(date[5:7]) - 1
