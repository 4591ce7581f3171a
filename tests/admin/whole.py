"""Every page of the desk, and a store with one of everything for them to show."""

from typing import Any

from django.contrib.auth.models import Group, User

from tests.admin.bridge import ARTICLE, PUBLISHED_ON
from tests.roles import ROLES
from timeline.models import Article, Category, Deleted, Entity, Event, Feed, Run
from timeline.services.articles import store_article
from timeline.services.bin.removal import discard_events
from timeline.services.events import create_event
from timeline.services.extract import extract_article
from timeline.services.merging import merge
from timeline.services.runs import create_run
from timeline.services.tellings import tell
from timeline.services.timelines import add_events, create_timeline

VISITOR, ACCOUNT, CONTRIBUTOR, EDITOR, CHIEF, ADMINISTRATOR = ROLES

# Address below /admin/: the least who may open it. {article}, {waits}, {public} and so on are ids.
PAGES = {
    "": ACCOUNT,
    "timeline/": CONTRIBUTOR,
    "auth/": ADMINISTRATOR,
    "password_change/": ACCOUNT,
    "password_change/done/": ACCOUNT,
    "timeline/article/": CONTRIBUTOR,
    "timeline/article/add/": CONTRIBUTOR,
    "timeline/article/{article}/change/": CONTRIBUTOR,
    "timeline/article/queue/": CONTRIBUTOR,
    "timeline/article/files/": CONTRIBUTOR,
    "timeline/article/{article}/review/": CONTRIBUTOR,
    "timeline/article/{article}/review/?edit={waits}": CONTRIBUTOR,
    "timeline/article/{article}/review/?passage=0:40": CONTRIBUTOR,
    "timeline/article/{article}/history/": CONTRIBUTOR,
    "timeline/article/{article}/history/{article_version}/": CONTRIBUTOR,
    "timeline/article/{article}/delete/": CHIEF,
    "timeline/event/": CONTRIBUTOR,
    "timeline/event/add/": CONTRIBUTOR,
    "timeline/event/figures/": EDITOR,
    "timeline/event/import/": EDITOR,
    "timeline/event/understand-date/?words=2011": CONTRIBUTOR,
    "timeline/event/{waits}/change/": CONTRIBUTOR,
    "timeline/event/{public}/change/": CONTRIBUTOR,
    "timeline/event/{public}/history/": CONTRIBUTOR,
    "timeline/event/{public}/history/{version}/": CONTRIBUTOR,
    "timeline/event/{waits}/delete/": CHIEF,
    "timeline/entity/": CONTRIBUTOR,
    "timeline/entity/add/": EDITOR,
    "timeline/entity/{entity}/change/": CONTRIBUTOR,
    "timeline/entity/{entity}/history/": CONTRIBUTOR,
    "timeline/entity/{entity}/history/{entity_version}/": CONTRIBUTOR,
    "timeline/entity/{entity}/delete/": CHIEF,
    "timeline/category/": CONTRIBUTOR,
    "timeline/category/add/": CHIEF,
    "timeline/category/{category}/change/": CONTRIBUTOR,
    "timeline/category/{category}/history/": CONTRIBUTOR,
    "timeline/category/{category}/delete/": CHIEF,
    "timeline/timeline/": CONTRIBUTOR,
    "timeline/timeline/add/": EDITOR,
    "timeline/timeline/{draft}/change/": CONTRIBUTOR,
    "timeline/timeline/{draft}/history/": CONTRIBUTOR,
    "timeline/timeline/{draft}/history/{draft_version}/": CONTRIBUTOR,
    "timeline/timeline/{draft}/delete/": CHIEF,
    "timeline/timelineevent/": CONTRIBUTOR,
    "timeline/timelineevent/?timeline__id__exact={draft}": CONTRIBUTOR,
    "timeline/telling/": CONTRIBUTOR,
    "timeline/telling/add/?timeline={draft}&event={alone}": EDITOR,
    "timeline/telling/{telling}/change/": CONTRIBUTOR,
    "timeline/telling/{telling}/history/": CONTRIBUTOR,
    "timeline/feed/": CONTRIBUTOR,
    "timeline/feed/add/": EDITOR,
    "timeline/feed/{feed}/change/": CONTRIBUTOR,
    "timeline/feed/{feed}/history/": CONTRIBUTOR,
    "timeline/feed/{feed}/delete/": CHIEF,
    "timeline/deleted/": CHIEF,
    "timeline/deleted/{deleted}/change/": CHIEF,
    "timeline/run/": EDITOR,
    "timeline/run/{run}/change/": EDITOR,
    "timeline/run/{run}/history/": EDITOR,
    "timeline/run/{run}/delete/": CHIEF,
    "auth/user/": ADMINISTRATOR,
    "auth/user/add/": ADMINISTRATOR,
    "auth/user/{user}/change/": ADMINISTRATOR,
    "auth/user/{user}/password/": ADMINISTRATOR,
    "auth/user/{user}/history/": ADMINISTRATOR,
    "auth/user/{user}/delete/": ADMINISTRATOR,
    "auth/group/": ADMINISTRATOR,
    "auth/group/add/": ADMINISTRATOR,
    "auth/group/{group}/change/": ADMINISTRATOR,
    "auth/group/{group}/history/": ADMINISTRATOR,
    "auth/group/{group}/delete/": ADMINISTRATOR,
}


def one_of_everything(user: User) -> dict[str, Any]:
    """The ids in a store that has one of everything, as `PAGES` name them."""
    rows = {**_article_and_its_events(), **_timeline_and_its_events(), **_all_others(user)}
    versions = {"": "public", "article_": "article", "entity_": "entity", "draft_": "draft"}
    return {name: row.pk for name, row in rows.items()} | {
        **{f"{name}version": first_version(rows[of]) for name, of in versions.items()},
        "undated": 6,
        "deleted": in_the_bin(),
        "piece": rows["waits"].evidence.latest("pk").pk,
    }


def _article_and_its_events() -> dict[str, Any]:
    """An article with a public event, and with one that waits and has taken in another."""
    article = store_article(
        text=ARTICLE, title="Bridge", published_on=PUBLISHED_ON, language="en", origin="pasted"
    ).article
    extract_article(article=article)
    told, waits, gone, *_ = Event.objects.order_by("date")
    Event.objects.filter(pk=told.pk).update(status="published")
    Article.objects.filter(pk=article.pk).update(undated=[[0, 34, 6, 12, False]])
    merge(events=[gone], heir=waits, user=None)
    return {"article": article, "told": told, "waits": waits, "gone": gone}


def _timeline_and_its_events() -> dict[str, Any]:
    """A draft with a public event, which it tells otherwise, and with one that is on it alone."""
    public = create_event(title="A gale", date="2024-05-20", status="published")
    alone = create_event(title="A breeze", date="2024-05-20")
    draft = create_timeline(title="A draft")
    add_events(events=[public, alone], timeline=draft)
    telling = tell(event=public, timeline=draft, title="It blew")
    return {"public": public, "alone": alone, "draft": draft, "telling": telling}


def _all_others(user: User) -> dict[str, Any]:
    unread = store_article(text="Nothing.", title="N", published_on=PUBLISHED_ON, origin="pasted")
    return {
        "unread": unread.article,
        "linked": create_timeline(title="Linked", visibility="link"),
        "entity": Entity.objects.create(name="Delta", kind="place"),
        "namesake": Entity.objects.create(name="Delta City", kind="place"),
        "category": Category.objects.create(
            key="spare", name="Spare", colour="#4859ff", shape="star", position=8
        ),
        "run": Run.objects.create(kind="ingest"),
        "broken": broken_run(),
        "feed": Feed.objects.create(url="https://news.example/feed"),
        "group": Group.objects.get(name="Contributor"),
        "user": user,
    }


def first_version(row: Any) -> int:
    version: int = row.history.first().history_id
    return version


def in_the_bin():
    """The id of what the bin holds."""
    discard_events(events=[create_event(title="A drizzle", date="2024-05-20")])
    return Deleted.objects.get().pk


def broken_run():
    run = create_run(kind="extract", targets=[(0, "An article that is gone")])
    run.items.update(status="failed")
    Run.objects.filter(pk=run.pk).update(status="done", failed=1)
    return run


def filled(value, ids):
    if isinstance(value, str):
        return value.format(**ids)
    return [filled(each, ids) for each in value] if isinstance(value, list) else value
