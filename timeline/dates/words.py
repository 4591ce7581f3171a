"""Dates in words: in the reader's language, and never more exact than the source.

Names and the order of day, month and year come from CLDR; the words around them are messages.
In a text of the other direction the result belongs into an element (or isolate) of its own.
"""

from collections.abc import Callable

from timeline.dates import cldr, edtf, written
from timeline.dates.cldr import Fields
from timeline.dates.edtf import Date
from timeline.dates.forms import Forms, alone, of_number
from timeline.dates.julian import from_day
from timeline.dates.messages import Translate, identity
from timeline.dates.messages import message as _
from timeline.dates.parts import Part
from timeline.dates.scales import SCALES, Precision

# Translators: a date by itself, or in the forms that it has inside phrases: see CONTRIBUTING.md.
_POINTS = {
    Precision.DAY: _("{day}"),
    Precision.MONTH: _("{month}"),
    Precision.YEAR: _("{year}"),
}
_PERIODS = {
    "21": _("spring {year}"),
    "22": _("summer {year}"),
    "23": _("autumn {year}"),
    "24": _("winter {year}"),
    "33": _("first quarter of {year}"),
    "34": _("second quarter of {year}"),
    "35": _("third quarter of {year}"),
    "36": _("fourth quarter of {year}"),
    "40": _("first half of {year}"),
    "41": _("second half of {year}"),
}
_BEFORE_NAME = {
    Part.START: _("early {date}"),
    Part.MID: _("mid-{date}"),
    Part.END: _("late {date}"),
}
_OF_PERIOD = {
    Part.START: _("the start of {date}"),
    Part.MID: _("the middle of {date}"),
    Part.END: _("the end of {date}"),
}
_CENTURIES = {
    1: _("{number}st century"),
    2: _("{number}nd century"),
    3: _("{number}rd century"),
}
_OTHER_CENTURIES = _("{number}th century")


def in_words(date: Date, language: str, *, part: str = "", translate: Translate = identity) -> str:
    """The date as people say it: "20 May 2024", "since 2011", "early 2020", "the 1980s".

    `language` is a BCP 47 tag, `translate` the gettext of that language.
    """
    return alone(_in_forms(date, language, part, translate))


def _in_forms(date: Date, language: str, part: str, translate: Translate) -> str:
    """The date as people say it, in all forms."""
    if date.precision is Precision.OPEN:
        return _open(_in_forms, date, language, part, translate)
    noun = _with_part(date, _noun(date, language, translate), part, translate)
    return noun if date.precision is Precision.RANGE else _marked(date, noun, translate)


def explained(date: Date, language: str, *, part: str = "", translate: Translate = identity) -> str:
    """The date with what it leaves open: "some day in October 2019"."""
    return alone(_explained(date, language, part, translate))


def _explained(date: Date, language: str, part: str, translate: Translate) -> str:
    if date.precision is Precision.OPEN:
        return _open(_explained, date, language, part, translate)
    lower, upper = edtf.sides(date)
    if date.precision is Precision.RANGE and lower and upper and not part:
        start, end = (Forms(_explained(side, language, "", translate)) for side in (lower, upper))
        return translate(_("from {start} to {end}")).format(start=start, end=end)
    words = _in_forms(date, language, part, translate)
    scale = SCALES[date.precision]
    soft = date.approximate or date.uncertain or (part and not scale.divisible)
    return words if soft or not scale.some else translate(scale.some).format(date=Forms(words))


def _open(
    say: Callable[..., str], date: Date, language: str, part: str, translate: Translate
) -> str:
    """The end that is known, which is also what a part belongs to: "since early 2020"."""
    known = next(side for side in edtf.sides(date) if side)
    phrase = _("since {date}") if date.open_end else _("until {date}")
    return translate(phrase).format(date=Forms(say(known, language, part, translate)))


def _with_part(date: Date, noun: str, part: str, translate: Translate) -> str:
    """The noun with its article, after "early" and before "the start of"."""
    written_as_years = _is_written_as_years(date)
    scale = SCALES[date.precision]
    before_name = scale.divisible and not written_as_years
    if part and before_name:
        noun = translate(_BEFORE_NAME[Part(part)]).format(date=Forms(noun))
    if scale.article and not written_as_years:
        noun = translate(_("the {date}")).format(date=Forms(noun))
    if part and not before_name:
        noun = translate(_OF_PERIOD[Part(part)]).format(date=Forms(noun))
    return noun


def _marked(date: Date, words: str, translate: Translate) -> str:
    if date.approximate:
        words = translate(_("about {date}")).format(date=Forms(words))
    if date.uncertain:
        words = translate(_("perhaps {date}")).format(date=Forms(words))
    return words


def _noun(date: Date, language: str, translate: Translate) -> str:
    match date.precision:
        case Precision.MINUTE:
            return _times(date, language, _time(date, language))
        case Precision.DAY | Precision.MONTH | Precision.YEAR:
            return _point(date, date.precision, language, translate)
        case Precision.DECADE | Precision.CENTURY:
            return _years(date, language, translate)
        case Precision.RANGE:
            return _range(date, language, translate)
        case _:
            year = alone(_point(date, Precision.YEAR, language, translate))
            return translate(_PERIODS[date.text[-2:]]).format(year=year)


def _point(date: Date, precision: Precision, language: str, translate: Translate) -> str:
    """A day, a month or a year in all forms."""
    fields = _fields(date)
    words = written.point(language, precision, fields)
    if fields.year < written.FIRST_PLAIN_YEAR:
        return words  # with the name of its era
    return translate(_POINTS[precision]).format(**{precision.name.lower(): words})


def _times(date: Date, language: str, times: str) -> str:
    """Times of one day after that day: "20 May 2024, 10:30"."""
    return cldr.date_and_time(
        language, written.point(language, Precision.DAY, _fields(date)), times
    )


def _time(date: Date, language: str) -> str:
    time = written.time(language, date.start.minute or 0)
    zone = date.text.partition("T")[2].lstrip("0123456789:")
    zone = cldr.digits(language, zone)
    return f"{time} UTC{zone.removeprefix('Z')}" if zone else time


def _years(date: Date, language: str, translate: Translate) -> str:
    first = _fields(date)
    if _is_written_as_years(date):
        last = Fields(*from_day(date.last_day))
        return written.span(language, Precision.YEAR, first, last)
    if date.precision is Precision.DECADE:
        return translate(_("{year}s")).format(year=cldr.digits(language, first.year))
    number = first.year // 100 + 1
    teen = number % 100 in (11, 12, 13)
    phrase = _OTHER_CENTURIES if teen else _CENTURIES.get(number % 10, _OTHER_CENTURIES)
    written_number = of_number(number, cldr.digits(language, number))
    return translate(phrase).format(number=written_number)


def _is_written_as_years(date: Date) -> bool:
    """Decades of the first century, and all before Christ, have no name: "50–41 BC"."""
    named_from = {Precision.DECADE: written.FIRST_PLAIN_YEAR, Precision.CENTURY: 0}
    return date.precision in named_from and _fields(date).year < named_from[date.precision]


def _range(date: Date, language: str, translate: Translate) -> str:
    lower, upper = edtf.sides(date)
    if lower is None or upper is None:  # a closed interval has both
        raise ValueError(date.text)
    precision = lower.precision if lower.precision is upper.precision else None
    plain = not (date.approximate or date.uncertain)
    if plain and precision in (Precision.DAY, Precision.MONTH, Precision.YEAR):
        return written.span(language, precision, _fields(lower), _fields(upper))
    if precision is Precision.MINUTE and lower.first_day == upper.first_day:
        return _times(lower, language, f"{_time(lower, language)}–{_time(upper, language)}")
    first, last = (in_words(side, language, translate=translate) for side in (lower, upper))
    return cldr.join(language, first, last)


def _fields(date: Date) -> Fields:
    return Fields(*from_day(date.first_day))
