"""Invented news, as much as one likes: for measuring, and for trying out a full timeline.

Fifteen years of articles on people and places that do not exist. Events come in bursts, as news
does; their dates are of every precision, mostly days; each event is one sentence of its article.
The same number and seed give the same news.
"""

import datetime
from collections.abc import Iterator
from random import Random

from timeline.dates import edtf
from timeline.dates.julian import from_day, to_day
from timeline.dates.words import in_words
from timeline.services.bulk import Draft, Report
from timeline.text import Span

FIRST_DAY, LAST_DAY = to_day(2010, 1, 1), to_day(2024, 12, 31)
EVENTS_IN_ARTICLE = 20
BURSTS = 14
# Of ten events six belong to a burst, most of them within a month around its middle.
IN_BURST, BURST_DAYS = 0.6, 12.0

GIVEN = (
    "Ada", "Bruno", "Carla", "Dario", "Edda", "Farid", "Greta", "Hana", "Ivo", "Jonas", "Kira",
    "Leif", "Mona", "Nils", "Orla", "Pia",
)  # fmt: skip
FAMILY = (
    "Albrook", "Benno", "Corvane", "Delmar", "Estwick", "Fennimore", "Galt", "Harrow", "Ilvesen",
    "Jaspar", "Kestrel",
)  # fmt: skip
PLACES = (
    "Aldermoor", "Brackwater", "Caldmere", "Dunhollow", "Eskmouth", "Fallow Bay", "Greywick",
    "Highmarsh", "Isenford", "Kelder", "Lowmoor", "Merrow", "Northam Quay", "Port Selwyn",
)  # fmt: skip
PUBLISHERS = (
    "Aldermoor Observer", "Caldmere Post", "The Coast Courier", "Greywick Gazette",
    "Highmarsh Herald", "Kelder Times", "The Merrow Mail", "Northam Dispatch", "Selwyn Star",
    "The Wire of Dunhollow",
)  # fmt: skip
# For each category: what happened, as a sentence goes on after its date; who and where are named.
HAPPENINGS = {
    "politics": (
        "{person} was elected to lead the council of {place}",
        "the assembly in {place} passed a law that {person} had brought in",
    ),
    "diplomacy": (
        "{person} met {other} in {place} for talks on the river border",
        "{person} signed an agreement with {place} on fishing rights",
    ),
    "conflict": (
        "fighting broke out near {place}, and {person} called for a ceasefire",
        "shells hit the harbour of {place}, as {person} confirmed",
    ),
    "justice": (
        "a court in {place} sentenced {person} for bribery",
        "the police of {place} arrested {person}",
    ),
    "disaster": (
        "a flood reached {place}, where {person} leads the rescue",
        "an earthquake damaged the bridge of {place}, said {person}",
    ),
    "economy": (
        "{person} opened a shipyard in {place}",
        "the bank of {place} raised its rate, announced {person}",
    ),
    "society": (
        "{person} opened a school in {place}",
        "thousands marched in {place} with {person}",
    ),
}
# How often a date is of a kind, in 100 events.
KINDS = {
    "day": 64, "minute": 5, "range": 7, "month": 11, "season": 2, "quarter": 2, "year": 5,
    "about": 2, "since": 2,
}  # fmt: skip
SEASONS, QUARTERS = 20, 32  # EDTF counts them from here: 21 is spring, 33 the first quarter.
MAX_IMPORTANCE_DRAWN = 90


def reports(number: int, seed: int = 1) -> Iterator[Report]:
    """Articles with `number` events in all."""
    random = Random(seed)  # noqa: S311 - nothing secret
    bursts = [random.randint(FIRST_DAY, LAST_DAY) for _ in range(BURSTS)]
    days = sorted(_day(random, bursts) for _ in range(number))
    for start in range(0, number, EVENTS_IN_ARTICLE):
        yield _report(random, start // EVENTS_IN_ARTICLE, days[start : start + EVENTS_IN_ARTICLE])


def _day(random: Random, bursts: list[int]) -> int:
    if random.random() >= IN_BURST:
        return random.randint(FIRST_DAY, LAST_DAY)
    day = round(random.gauss(random.choice(bursts), BURST_DAYS))
    return min(max(day, FIRST_DAY), LAST_DAY)


def _report(random: Random, number: int, days: list[int]) -> Report:
    text = f"The year as it was told: report {number + 1}.\n"
    drafts = []
    for day in days:
        text += "\n"
        draft, sentence = _draft(random, day, len(text))
        text += f"{sentence}\n"
        drafts.append(draft)
    published = datetime.date(*from_day(days[-1])) + datetime.timedelta(days=2)
    publisher = PUBLISHERS[number % len(PUBLISHERS)]
    return Report(f"Report {number + 1}", text, published, tuple(drafts), publisher)


def _draft(random: Random, day: int, start: int) -> tuple[Draft, str]:
    """An event and its sentence, which begins at `start` of the text."""
    date = edtf.parse(_date(random, day))
    category = random.choice(list(HAPPENINGS))
    what, people, place = _happening(random, category)
    opening, words = _preposition(date), in_words(date, "en")
    sentence = f"{_capital(opening + words)}, {what}."
    first = start + len(opening)
    draft = Draft(
        title=_capital(what),
        date=date.text,
        category=category,
        importance=int(MAX_IMPORTANCE_DRAWN * random.random() ** 3),
        participants=people,
        places=(place,),
        quote=Span(start, start + len(sentence)),
        expression=Span(first, first + len(words)),
    )
    return draft, sentence


def _happening(random: Random, category: str) -> tuple[str, tuple[str, ...], str]:
    """What happened, to whom, where."""
    wording = random.choice(HAPPENINGS[category])
    person, other = (f"{random.choice(GIVEN)} {family}" for family in random.sample(FAMILY, 2))
    place = random.choice(PLACES)
    people = (person, other) if "{other}" in wording else (person,)
    return wording.format(person=person, other=other, place=place), people, place


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


def _preposition(date: edtf.Date) -> str:
    if date.open_end:
        return ""
    return "on " if date.first_day == date.last_day or "/" in date.text else "in "


def _date(random: Random, day: int) -> str:
    year, month, number = from_day(day)
    text = f"{year:04}-{month:02}-{number:02}"
    later = "{:04}-{:02}-{:02}".format(*from_day(day + random.randint(1, 12)))
    texts = {
        "day": text,
        "minute": f"{text}T{random.randint(6, 22):02}:{random.randrange(0, 60, 5):02}",
        "range": f"{text}/{later}",
        "month": text[:7],
        "season": f"{text[:4]}-{SEASONS + 1 + (month - 1) // 3}",
        "quarter": f"{text[:4]}-{QUARTERS + 1 + (month - 1) // 3}",
        "year": text[:4],
        "about": f"{text[:7]}~",
        "since": f"{text[:4]}/..",
    }
    (kind,) = random.choices(list(KINDS), weights=list(KINDS.values()))
    return texts[kind]
