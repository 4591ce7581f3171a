"""Fixtures for every test; the people are those of `tests/cast.py`."""

import os
from collections.abc import Iterator

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.db import connections
from django.test import Client
from django.utils import translation
from pytest_django.plugin import blocking_manager_key

from tests.cast import PASSWORD

# Playwright keeps an event loop running in the thread of the tests, where Django would refuse to
# reach the database; no test shares a connection between coroutines.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test that commits empties the database when it ends; what the migrations put there, the
    categories, has to be there again for the next one."""
    restored = pytest.mark.django_db(transaction=True, serialized_rollback=True)
    for item in items:
        marker = item.get_closest_marker("django_db")
        if marker and marker.kwargs.get("transaction"):
            item.add_marker(restored, append=False)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> Iterator[None]:
    """Tests that commit come last, but a worker that takes over another's may go on with one that
    does not: it finds the database as the migrations left it, too."""
    yield
    if nextitem and _commits(item) and not _commits(nextitem):
        with item.config.stash[blocking_manager_key].unblock():
            creation = connections["default"].creation
            creation.deserialize_db_from_string(
                getattr(connections["default"], "_test_serialized_contents")  # noqa: B009
            )


def _commits(item: pytest.Item) -> bool:
    marker = item.get_closest_marker("django_db")
    fixtures = {"live_server", "transactional_db"} & set(getattr(item, "fixturenames", ()))
    return bool(fixtures or (marker and marker.kwargs.get("transaction")))


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None) -> None:
    """What is restored is kept for every connection: beside Playwright's event loop Django opens
    another one than that which made the database, and Django keeps it with that one alone."""
    if contents := getattr(connections["default"], "_test_serialized_contents", None):
        setattr(type(connections["default"]), "_test_serialized_contents", contents)  # noqa: B010


@pytest.fixture
def nour(db: None) -> User:
    """The editor, who may do everything in the admin; signs in with `tests.cast.PASSWORD`."""
    return User.objects.create_superuser("nour", "nour@example.org", PASSWORD)


@pytest.fixture
def sam(db: None) -> User:
    """Somebody with an account and no rights at all."""
    return User.objects.create_user("sam", "sam@example.org", PASSWORD)


@pytest.fixture
def nour_client(client: Client, nour: User) -> Client:
    """A client in which Nour is signed in."""
    client.force_login(nour)
    return client


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    """A test that switches the language does not switch it for the next one."""
    yield
    translation.deactivate()


@pytest.fixture(autouse=True)
def _nothing_remembered() -> None:
    """The next test's rows may have the ids and versions that those of the last one had."""
    cache.clear()
