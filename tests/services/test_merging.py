import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from tests.services import make
from timeline.extraction.findings import Name
from timeline.models import Article, Event, EventMedia, Merge
from timeline.selectors import listing, public
from timeline.selectors.store.faults import faults
from timeline.services import review
from timeline.services.events import delete_events, update_event
from timeline.services.extract import extract_article
from timeline.services.merging import best_heir, merge, undo
from timeline.services.sources import Citation
from timeline.services.tellings import tell
from timeline.services.timelines import create_timeline, publish_events

pytestmark = pytest.mark.django_db
MARA, TARIQ = Name("Mara Lind", "person"), Name("Tariq Aziz", "person")


@pytest.fixture
def storm() -> Event:
    return make.event(evidence=[Citation("The first report")], participants=[MARA])


@pytest.fixture
def gale() -> Event:
    """The same storm as another article tells it."""
    passage = make.quote(make.article(), "a storm destroyed its longest pier")
    return make.event(title="A gale", evidence=[passage], participants=[MARA, TARIQ])


def names(event: Event) -> set[str]:
    return {entity.name for entity in event.participants.all()}


def test_the_heir_has_all_evidence_and_keeps_its_own_words_and_names(
    storm: Event, gale: Event, nour: User
) -> None:
    assert merge(events=[gale], heir=storm, user=nour) == 1
    storm.refresh_from_db()
    gale.refresh_from_db()
    assert (storm.title, storm.status) == ("A storm", "suggested")
    assert [piece.kind for piece in storm.evidence.all()] == ["citation", "quote"]
    assert names(storm) == {"Mara Lind"}
    assert (gale.status, gale.heir) == ("merged", storm)
    assert not gale.evidence.exists()
    assert not list(faults())


def shown(event: Event) -> list[str]:
    return [medium.url for medium in event.media.all()]


def test_the_heir_shows_the_media_of_both_until_it_is_undone(
    storm: Event, gale: Event, nour: User
) -> None:
    same, other, own = (f"https://example.org/{name}.jpg" for name in ("same", "other", "own"))
    for event, urls in ((storm, (own, same)), (gale, (same, other))):
        for position, url in enumerate(urls):
            EventMedia.objects.create(
                event=event, url=url, position=position, credit="M", alternative_text="A"
            )
    merge(events=[gale], heir=storm, user=nour)
    assert shown(storm) == [own, same, other]
    undo(event=gale, user=nour)
    assert (shown(storm), shown(gale)) == ([own, same], [same, other])


def test_an_heir_without_names_has_those_of_what_went_into_it_until_it_is_undone(
    gale: Event, nour: User
) -> None:
    storm = make.event()
    merge(events=[gale], heir=storm, user=nour)
    assert names(storm) == {"Mara Lind", "Tariq Aziz"}
    undo(event=gale, user=nour)
    assert not names(storm)


def test_an_heir_without_words_has_those_of_what_went_into_it_until_it_is_undone(
    storm: Event, gale: Event, nour: User
) -> None:
    timeline = create_timeline(title="Storms")
    publish_events(events=[storm, gale], timeline=timeline, user=nour)
    update_event(event=gale, user=nour, summary="It blew.")
    own = tell(event=storm, timeline=timeline, featured=True)
    tell(event=gale, timeline=timeline, title="The deluge")
    merge(events=[gale], heir=storm, user=nour)
    storm.refresh_from_db()
    own.refresh_from_db()
    assert (storm.summary, own.title, own.featured) == ("It blew.", "The deluge", True)
    undo(event=gale, user=nour)
    storm.refresh_from_db()
    own.refresh_from_db()
    assert (storm.summary, own.title, own.featured) == ("", "", True)


def test_words_that_an_heir_has_or_gets_stay(storm: Event, gale: Event, nour: User) -> None:
    update_event(event=gale, user=nour, summary="It blew.")
    merge(events=[gale], heir=storm, user=nour)
    update_event(event=storm, user=nour, summary="It blew hard.")
    undo(event=gale, user=nour)
    storm.refresh_from_db()
    assert storm.summary == "It blew hard."
    merge(events=[gale], heir=storm, user=nour)
    storm.refresh_from_db()
    assert storm.summary == "It blew hard."


def test_undone_everything_is_as_it_was(storm: Event, gale: Event, nour: User) -> None:
    timeline = create_timeline(title="Storms")
    publish_events(events=[storm, gale], timeline=timeline, user=nour)
    merge(events=[gale], heir=storm, user=nour)
    undo(event=gale, user=nour)
    storm.refresh_from_db()
    gale.refresh_from_db()
    assert [piece.kind for piece in storm.evidence.all()] == ["citation"]
    assert [piece.kind for piece in gale.evidence.all()] == ["quote"]
    assert names(storm) == {"Mara Lind"}
    assert names(gale) == {"Mara Lind", "Tariq Aziz"}
    assert (gale.status, gale.heir) == ("published", None)
    assert timeline.memberships.filter(visible=True).count() == 2
    assert not Merge.objects.exists()
    assert not list(faults())


def test_timelines_show_the_heir_in_place_of_what_went_into_it(
    storm: Event, gale: Event, nour: User
) -> None:
    here, there = create_timeline(title="Here"), create_timeline(title="There")
    publish_events(events=[storm], timeline=here, user=nour)
    publish_events(events=[gale], timeline=there, user=nour)
    merge(events=[gale], heir=storm, user=nour)
    shown = there.memberships.filter(visible=True)
    assert [membership.event for membership in shown] == [storm]
    undo(event=gale, user=nour)
    assert [membership.event for membership in shown.all()] == [gale]
    assert [membership.event for membership in here.memberships.all()] == [storm]
    assert not list(faults())


def test_a_passage_that_supports_both_is_there_once_and_comes_apart(
    gale: Event, nour: User
) -> None:
    article = Article.objects.get(evidence__event=gale)
    passage = make.quote(article, "a storm destroyed its longest pier")
    storm = make.event(evidence=[passage])
    merge(events=[gale], heir=storm, user=nour)
    assert storm.evidence.count() == 1
    assert not list(faults())
    undo(event=gale, user=nour)
    assert (storm.evidence.count(), gale.evidence.count()) == (1, 1)


def test_words_of_what_was_merged_find_the_heir_and_not_it(
    storm: Event, gale: Event, nour: User
) -> None:
    timeline = create_timeline(title="Storms")
    publish_events(events=[storm, gale], timeline=timeline, user=nour)
    merge(events=[gale], heir=storm, user=nour)
    assert list(public.found("longest pier")) == [storm]
    assert not public.found("gale").exists()


def test_a_published_event_goes_into_no_suggestion(storm: Event, gale: Event, nour: User) -> None:
    review.accept(events=[gale], user=nour)
    with pytest.raises(ValidationError, match="merge into the published one"):
        merge(events=[gale], heir=storm, user=nour)
    assert best_heir([storm, gale]) == gale
    gale.refresh_from_db()
    assert gale.status == "published"


def test_what_is_rejected_or_merged_is_merged_no_more(
    storm: Event, gale: Event, nour: User
) -> None:
    third = make.event(title="A third")
    merge(events=[gale], heir=storm, user=nour)
    for heir, going in ((third, gale), (gale, third)):
        with pytest.raises(ValidationError, match="cannot be merged: it is merged"):
            merge(events=[going], heir=heir, user=nour)
    review.reject(events=[third], user=nour)
    with pytest.raises(ValidationError, match="cannot be merged: it is rejected"):
        merge(events=[third], heir=storm, user=nour)


def test_chains_come_apart_from_their_end(storm: Event, gale: Event, nour: User) -> None:
    third = make.event(title="A third", evidence=[Citation("The third report")])
    merge(events=[gale], heir=third, user=nour)
    merge(events=[third], heir=storm, user=nour)
    assert storm.evidence.count() == 3
    with pytest.raises(ValidationError, match="undo that first"):
        undo(event=gale, user=nour)
    undo(event=third, user=nour)
    undo(event=gale, user=nour)
    assert [event.evidence.count() for event in (storm, third, gale)] == [1, 1, 1]


def test_what_is_not_merged_cannot_be_taken_apart(storm: Event, nour: User) -> None:
    with pytest.raises(ValidationError, match="is not merged"):
        undo(event=storm, user=nour)


def test_a_merged_event_is_decided_and_changed_through_its_heir(
    storm: Event, gale: Event, nour: User
) -> None:
    merge(events=[gale], heir=storm, user=nour)
    gale.refresh_from_db()
    assert review.accept(events=[storm, gale], user=nour) == 1
    gale.refresh_from_db()
    assert gale.status == "merged"
    with pytest.raises(ValidationError, match="was merged into another event"):
        update_event(event=gale, user=nour, title="Another")


def test_reading_the_article_again_keeps_what_was_merged(nour: User) -> None:
    article = make.article()
    first, second = extract_article(article=article)
    merge(events=[second], heir=first, user=None)
    extract_article(article=article)
    first.refresh_from_db()
    assert first.evidence.count() == 2
    assert Event.objects.count() == 2


def test_what_went_into_an_event_is_deleted_with_it(storm: Event, gale: Event, nour: User) -> None:
    merge(events=[gale], heir=storm, user=nour)
    delete_events(events=[storm])
    assert not Event.objects.exists()


def test_the_database_holds_that_merged_means_to_have_an_heir(storm: Event, gale: Event) -> None:
    for change in ({"status": "merged"}, {"heir": storm}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Event.objects.filter(pk=gale.pk).update(**change)


def test_the_history_tells_who_merged(storm: Event, gale: Event, nour: User) -> None:
    merge(events=[gale], heir=storm, user=nour)
    last = gale.history.first()
    assert (last.status, last.heir_id, last.history_user) == ("merged", storm.pk, nour)


def test_readers_see_the_own_evidence_of_an_event_before_what_merging_brought(
    gale: Event, nour: User
) -> None:
    storm = make.event(evidence=[Citation("The first report")])
    timeline = create_timeline(title="Storms")
    publish_events(events=[storm], timeline=timeline, user=nour)
    merge(events=[gale], heir=storm, user=nour)
    (item,) = listing.items([storm])
    assert [piece.kind for piece in item.evidence] == ["citation", "quote"]
    assert gale.pk < storm.pk
