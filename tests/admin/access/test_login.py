"""The login of the desk lets nobody try passwords without end."""

import pytest

from tests.cast import PASSWORD
from timeline.admin.access.attempts import Attempts

LOGIN = "/admin/login/"
MOST, SECONDS = Attempts().num_requests, Attempts().duration
TOO_MANY = "Too many attempts to log in: wait a minute, then try again."

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clock(monkeypatch):
    """The seconds that the count goes by, in a list, to be set; nothing is counted yet."""
    Attempts.cache.clear()
    now = [0.0]
    monkeypatch.setattr(Attempts, "timer", lambda _self: now[0])
    yield now
    Attempts.cache.clear()


def sign_in(client, password, **more):
    return client.post(LOGIN, {"username": "nour", "password": password}, **more)


def fail(client, times=MOST, **more):
    for _ in range(times):
        assert TOO_MANY not in sign_in(client, "a guess", **more).content.decode()


def test_after_many_that_failed_the_right_password_has_to_wait_too(client, nour, clock):
    fail(client)
    assert TOO_MANY in sign_in(client, PASSWORD).content.decode()
    clock[0] = SECONDS + 1.0
    assert sign_in(client, PASSWORD).status_code == 302


def test_who_gets_in_is_not_counted(client, nour):
    fail(client, MOST - 1)
    assert sign_in(client, PASSWORD).status_code == 302
    fail(client)


def test_another_address_is_counted_by_itself(client, nour):
    fail(client)
    assert sign_in(client, PASSWORD, REMOTE_ADDR="203.0.113.9").status_code == 302


def test_another_address_of_the_same_ipv6_network_is_counted_with_the_first(client, nour):
    fail(client, REMOTE_ADDR="2001:db8:1:2::1")
    answer = sign_in(client, PASSWORD, REMOTE_ADDR="2001:db8:1:2::2")
    assert TOO_MANY in answer.content.decode()


def test_an_account_without_rights_gets_no_more_attempts_than_anybody(client, nour, sam):
    client.force_login(sam)
    fail(client)
    assert TOO_MANY in sign_in(client, PASSWORD).content.decode()
