"""The groups that the migrations make, and what becomes of those that somebody has changed."""

from importlib import import_module
from itertools import pairwise
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.db import connection

groups = import_module("timeline.migrations.0009_groups")

pytestmark = pytest.mark.django_db


SCHEMA = SimpleNamespace(connection=connection)


def test_each_group_may_all_that_the_one_before_may():
    held = [set(Group.objects.get(name=name).permissions.all()) for name in groups.GROUPS]
    assert held == sorted(held, key=len)
    assert all(less < more for less, more in pairwise(held))
    assert held[-1] >= set(Permission.objects.filter(content_type__app_label="timeline"))


def test_a_group_that_was_made_by_hand_stays_as_it_is(sam):
    Group.objects.all().delete()
    mine = Group.objects.create(name="Editor")
    sam.groups.add(mine)
    groups.make_groups(apps, SCHEMA)
    assert set(Group.objects.values_list("name", flat=True)) == set(groups.GROUPS)
    assert not mine.permissions.exists()
    assert sam.groups.get() == mine


def test_on_the_way_back_a_group_with_members_stays(sam):
    sam.groups.add(Group.objects.get(name="Editor"))
    groups.remove_groups(apps, SCHEMA)
    assert [group.name for group in Group.objects.all()] == ["Editor"]
    groups.make_groups(apps, SCHEMA)
    assert sam.groups.get().permissions.filter(codename="publish_event").exists()
