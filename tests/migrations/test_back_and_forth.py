"""The migrations lead back from a store that is in use, and forth to one that works."""

from typing import get_args

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from tests.services import make
from timeline import search
from timeline.extraction.narrative import categories
from timeline.models import Category, Event


def _migrate(name: str | None) -> None:
    MigrationExecutor(connection).migrate([("timeline", name)])


@pytest.mark.django_db(transaction=True)
def test_the_migrations_lead_back_and_forth_again() -> None:
    make.event(title="A storm")
    _migrate("0002_categories")
    assert "timeline_eventindex" not in connection.introspection.table_names()
    _migrate("0001_the_domain")
    assert not Category.objects.exists()
    _migrate(None)
    assert "timeline_event" not in connection.introspection.table_names()
    call_command("migrate", verbosity=0)
    assert set(Category.objects.values_list("key", flat=True)) == set(get_args(categories.Category))
    event = make.event(title="A storm")
    assert Event.objects.get(search.matching("storm", "pk")) == event
    assert search.is_sound()
