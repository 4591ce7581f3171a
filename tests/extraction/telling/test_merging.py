"""Two tellings of one event are one event with two pieces of evidence; two deaths remain two."""

from tests.extraction.told import PUBLISHED, dates, events

MEETING = (
    "President Omar Haddad met today with Mayor Lina Aziz in Lyon. The visit was his third.\n\n"
    "The meeting took place this morning, in the presence of Samir Nasser.\n\n"
    "Omar Haddad meets Lina Aziz in Lyon - May 24, 2023 (Agency)"
)


def test_a_caption_and_a_second_telling_are_evidence_of_the_same_event() -> None:
    (meeting,) = events(MEETING)
    assert meeting.date.text == PUBLISHED.isoformat()
    assert len(meeting.evidence) == 3
    assert "told-again" in meeting.reasons


def test_the_first_evidence_is_the_telling_that_names_most() -> None:
    (meeting,) = events(MEETING)
    assert MEETING[slice(*meeting.evidence[0].quote)].startswith("President Omar Haddad met today")


def test_a_list_of_deaths_is_not_one_event() -> None:
    text = "Omar Haddad died in Lyon on 3 May 2019. Lina Aziz died in Tunis on 3 May 2019."
    assert dates(text) == ["2019-05-03", "2019-05-03"]


def test_a_year_told_again_with_its_day_is_the_day() -> None:
    text = (
        "Omar Haddad was killed in a helicopter crash in 2019. He was a chemist.\n"
        "The helicopter crash that killed Omar Haddad on 3 May 2019 was never explained."
    )
    assert dates(text) == ["2019-05-03"]


def test_two_times_of_one_day_are_two_events() -> None:
    text = "The first tremor was felt at 10:15 on 3 May 2019. The second tremor came at 11:40."
    assert dates(text) == ["2019-05-03T10:15", "2019-05-03T11:40"]


def test_different_events_of_one_day_remain_two() -> None:
    text = (
        "Omar Haddad resigned on 3 May 2019. Heavy rain flooded the harbour of Tunis on 3 May 2019."
    )
    assert dates(text) == ["2019-05-03", "2019-05-03"]


def test_two_deeds_of_one_person_on_one_day_are_two_events() -> None:
    text = (
        "Omar Haddad, the minister, visited Lyon on Monday. His ministry declared a state of "
        "emergency the same day."
    )
    assert len(dates(text)) == 2


def test_two_killings_of_one_day_are_two_events_though_one_names_nobody() -> None:
    text = (
        "President Omar Haddad was murdered at home on 7 July 2021. Guards shot dead four suspects "
        "on 7 July 2021."
    )
    assert len(dates(text)) == 2
