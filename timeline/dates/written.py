"""Days, months, years and ranges of them, written as CLDR says: all that needs no message."""

from timeline.dates import cldr
from timeline.dates.cldr import Fields
from timeline.dates.forms import Forms, alone, of_month
from timeline.dates.scales import Precision

# Below it a bare number does not read as a year, so the era is told: "79 AD".
FIRST_PLAIN_YEAR = 100

# The patterns to ask CLDR for: single, single with era, and the same for ranges. Patterns with
# MMM serve too, since months are always written in full.
_SKELETONS = {
    Precision.DAY: ("yMMMMd", "GyMMMd", "yMMMd", "GyMMMd"),
    Precision.MONTH: ("yMMMM", "GyMMM", "yMMM", "GyMMM"),
    Precision.YEAR: ("y", "Gy", "y", "Gy"),
}


def point(language: str, precision: Precision, fields: Fields) -> Forms:
    """One day, month or year: "20 May 2024", "44 BC"; a month also in the form that it has beside
    a day."""
    plain, with_era, _, _ = _SKELETONS[precision]
    pattern = cldr.pattern(language, plain if fields.year >= FIRST_PLAIN_YEAR else with_era)
    words = cldr.write(language, pattern, fields)
    if precision is not Precision.MONTH:
        return Forms(words)
    return of_month(words, cldr.write(language, pattern.replace("L", "M"), fields))


def span(language: str, precision: Precision, first: Fields, last: Fields) -> str:
    """From one day, month or year to another, shared parts once: "22–25 May 2024"."""
    _, _, plain, with_era = _SKELETONS[precision]
    skeleton = plain if min(first.year, last.year) >= FIRST_PLAIN_YEAR else with_era
    halves = cldr.span_pattern(language, skeleton, _first_difference(first, last))
    if halves is None:
        ends = (point(language, precision, first), point(language, precision, last))
        return cldr.join(language, *map(alone, ends))
    return cldr.write(language, halves[0], first) + cldr.write(language, halves[1], last)


def time(language: str, minute: int) -> str:
    """A time of day on the 24-hour clock: "10:30"."""
    return cldr.write(language, cldr.pattern(language, "Hm"), Fields(minute=minute))


def _first_difference(first: Fields, last: Fields) -> str:
    """The largest field in which two dates differ, as CLDR's letter for it."""
    if (first.year > 0) != (last.year > 0):
        return "G"
    if first.year != last.year:
        return "y"
    return "M" if first.month != last.month else "d"
