"""Place names that every newsroom shares: CLDR territories and time-zone cities, through Babel."""

import re
from functools import lru_cache

from babel import Locale, UnknownLocaleError

from timeline.text import fold

_CODE = re.compile(r"[A-Z]{2}")
_BRACKETS = re.compile(r"\s*[(（].*?[)）]")
_BEHIND_AND = frozenset({"HM", "TC"})  # "Heard" and "Turks" alone are words of the language
_STATIONS = "Antarctica/"  # named for people ("Davis", "Casey"), and never in the news
_NOT_CITIES = frozenset({"ZZ", "EU", "EZ", "UN", "QO", "XA", "XB"})  # CLDR codes that name no place


@lru_cache(maxsize=64)
def places(language: str) -> frozenset[str]:
    """Folded names of countries and of some 400 cities, in the language."""
    try:
        locale = Locale.parse(language)
    except (ValueError, TypeError, UnknownLocaleError):
        return frozenset()
    return frozenset(fold(name) for name in (*_territories(locale), *_cities(locale)) if name)


def _territories(locale: Locale) -> list[str]:
    found = []
    for code, name in locale.territories.items():
        if _CODE.fullmatch(code) and code not in _NOT_CITIES:
            found += [name, _BRACKETS.sub("", name)]
            found += name.split(" & ")[:1] if code not in _BEHIND_AND else []
    return found


def _cities(locale: Locale) -> list[str]:
    zones = locale.time_zones
    named = [zones[zone]["city"] for zone in _zones() if "city" in zones.get(zone, ())]
    return named + [
        zone.split("/")[1].replace("_", " ") for zone in _zones() if zone.count("/") == 1
    ]


@lru_cache(maxsize=1)
def _zones() -> tuple[str, ...]:
    """Identifiers of time zones, in themselves a city's name in Latin letters, which CLDR leaves
    out of the languages that write it so; the data of a language in another script has them all."""
    zones = map(str, Locale.parse("ar").time_zones)
    return tuple(zone for zone in zones if not zone.startswith(("Etc/", _STATIONS)))
