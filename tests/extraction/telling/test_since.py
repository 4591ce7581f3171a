"""What a span of time began with: "the worst fire since 3 May 1993, when the harbour burned"."""

import pytest

from tests.extraction.told import dates, events, titles


@pytest.mark.parametrize(
    ("language", "text", "title"),
    [
        ("en", "It was the worst fire since 3 May 1993, when a port burned.", "A port burned"),
        ("fr", "C'est le pire incendie depuis le 3 mai 1993, quand le port a brûlé.",
         "Le port a brûlé"),
        ("de", "Es war das schwerste Feuer seit dem 3. Mai 1993, als der Hafen brannte.",
         "Der Hafen brannte"),
        ("es", "Es el peor incendio desde el 3 de mayo de 1993, cuando ardió el puerto.",
         "Ardió el puerto"),
        ("ru", "Это крупнейший пожар с 3 мая 1993 года, когда сгорел порт.", "Сгорел порт"),
        ("ar", "وهذا أعنف حريق منذ 3 مايو 1993، عندما احترق الميناء.", "احترق الميناء"),
    ],
)  # fmt: skip
def test_the_day_since_when_is_that_of_what_happened_on_it(
    language: str, text: str, title: str
) -> None:
    (event,) = events(text, language)
    assert (event.date.text, event.title) == ("1993-05-03", title)
    quote = event.evidence[0].quote
    assert "1993" in text[slice(*quote)]


def test_what_has_lasted_since_is_an_event_beside_it() -> None:
    text = "The mine has been closed since 2003, when an explosion killed six men."
    assert titles(text) == ["The mine has been closed", "An explosion killed six men"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Two days after the quake of 6 February, aid came.", ["2023-02-08", "2023-02-06"]),
        (
            "en",
            "Aid came two days after the quake hit on 6 May 2019.",
            ["2019-05-08", "2019-05-06"],
        ),
        ("es", "Ocurrió 32 años después del terremoto de mayo de 1985.", ["2017", "1985-05"]),
        ("de", "Zwei Tage nach dem Erdbeben vom 6. Mai kam Hilfe.", ["2023-05-08", "2023-05-06"]),
    ],
)
def test_what_is_counted_from_is_an_event_too(
    language: str, text: str, expected: list[str]
) -> None:
    assert dates(text, language) == expected


def test_a_count_of_years_beside_its_day_tells_no_other_year() -> None:
    text = "Omar Haddad walked free on 11 May 1990, 27 years after he was arrested on 5 June 1962."
    assert dates(text) == ["1990-05-11", "1962-06-05"]


@pytest.mark.parametrize(
    ("language", "text", "title"),
    [
        ("en", "Aid came on Wednesday, four days after the dam near Derna collapsed.",
         "The dam near Derna collapsed"),
        ("de", "Hilfe kam am Mittwoch, vier Tage nach dem Einsturz der Brücke.",
         "Einsturz der Brücke"),
    ],
)  # fmt: skip
def test_what_a_day_told_is_counted_from_is_an_event_of_its_own(
    language: str, text: str, title: str
) -> None:
    found = {event.title: event.date.text for event in events(text, language)}
    assert found[title] == "2023-05-20"
