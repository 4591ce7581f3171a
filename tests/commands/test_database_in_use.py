import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError

from timeline.models import Article, Event


@pytest.mark.parametrize(
    ("command", "first_read"),
    [("check_store", (Article.objects, "order_by")), ("reindex", (Event.objects, "count"))],
)
def test_a_database_out_of_reach_is_told_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, command: str, first_read: tuple[object, str]
) -> None:
    def refuse(*_ignored: object) -> None:
        raise OperationalError("connection refused\nIs the server running?")

    monkeypatch.setattr(*first_read, refuse)
    with pytest.raises(CommandError, match=r"refused Is the server running\. Check DATABASE_URL"):
        call_command(command)
