"""How a period is written: as a TIMEX3 value and as EDTF."""

from timeline.dates import julian
from timeline.extraction.resolving.periods import SEASONS, Period, Scale, iso_week

_EDTF_CODE = {Scale.SEASON: 21, Scale.QUARTER: 33, Scale.HALF: 40}
_WIDTHS = {Scale.DECADE: 3, Scale.CENTURY: 2, Scale.MILLENNIUM: 1}  # digits of TIMEX3
_PARTS = {Scale.SEASON: 4, Scale.QUARTER: 4, Scale.HALF: 2}


def timex(period: Period) -> str:
    """The TIMEX3 value: "2024-05-20", "2019-10", "2024-W21", "198", "BC0480-09"."""
    scale, index = period.scale, period.index
    if scale is Scale.DAY:
        year, month, day = julian.from_day(index)
        return f"{_timex_year(year)}-{month:02}-{day:02}"
    if scale is Scale.MONTH:
        return f"{_timex_year(index // 12)}-{index % 12 + 1:02}"
    if scale is Scale.YEAR:
        return _timex_year(index)
    if scale in (Scale.WEEK, Scale.WEEKEND):
        year, number = iso_week(index)
        return f"{_timex_year(year)}-W{number:02}" + ("-WE" if scale is Scale.WEEKEND else "")
    if scale in _WIDTHS:
        width = _WIDTHS[scale]
        return f"{index:0{width}}" if index >= 0 else f"BC{-index - 1:0{width}}"
    return f"{_timex_year(index // _PARTS[scale])}-{_timex_part(period)}"


def edtf(period: Period) -> str:
    """The EDTF text: "2024-05-20", "2019-10", "2019-21", "198X", an interval for a week."""
    scale, index = period.scale, period.index
    if scale is Scale.DAY:
        return _edtf_day(index)
    if scale is Scale.MONTH:
        return f"{_edtf_year(index // 12)}-{index % 12 + 1:02}"
    if scale is Scale.YEAR:
        return _edtf_year(index)
    if scale in _EDTF_CODE:
        year, part = divmod(index, _PARTS[scale])
        return f"{_edtf_year(year)}-{_EDTF_CODE[scale] + part}"
    if scale is Scale.DECADE and index >= 0:
        return f"{index:03}X"
    if scale is Scale.CENTURY and index >= 0:
        return f"{index:02}XX"
    return "/".join(bounds(period))


# What begins and ends an interval where EDTF allows no quarter, decade or week in one.
_FINER = {Scale.QUARTER: Scale.MONTH, Scale.HALF: Scale.MONTH, Scale.WEEK: Scale.DAY}
_FINER |= {Scale.WEEKEND: Scale.DAY} | dict.fromkeys(_WIDTHS, Scale.YEAR)


def bounds(period: Period) -> tuple[str, str]:
    """The EDTF texts of what an interval from it begins with, and one up to it ends with."""
    if period.scale not in _FINER:
        return edtf(period), edtf(period)
    days = (Period(Scale.DAY, day) for day in (period.first, period.last))
    first, last = (day.at(_FINER[period.scale]) for day in days)
    return edtf(first), edtf(last)


def _timex_part(period: Period) -> str:
    part = period.index % _PARTS[period.scale]
    if period.scale is Scale.SEASON:
        return SEASONS[part]
    return f"{'Q' if period.scale is Scale.QUARTER else 'H'}{part + 1}"


def _timex_year(year: int) -> str:
    return f"{year:04}" if year > 0 else f"BC{1 - year:04}"


def _edtf_year(year: int) -> str:
    return f"{year:04}" if year >= 0 else f"-{-year:04}"


def _edtf_day(jdn: int) -> str:
    year, month, day = julian.from_day(jdn)
    return f"{_edtf_year(year)}-{month:02}-{day:02}"
