"""Fixtures for every test; the people are those of `tests/cast.py`."""

import os
from collections.abc import Iterator

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.test import Client, TransactionTestCase
from django.utils import translation
from hypothesis import HealthCheck, settings
from pytest_django import DjangoDbBlocker

from tests import database
from tests.cast import PASSWORD

# Playwright keeps an event loop running in the thread of the tests, where Django would refuse to
# reach the database; no test shares a connection between coroutines.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

# How fast a machine is decides no test, nor does chance: what fails on one fails on all.
settings.register_profile(
    "suite", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("suite")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Whatever a test commits, the next one finds the database as the migrations left it."""
    with django_db_blocker.unblock():
        database.keep()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda _test: database.restore())
        yield


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
