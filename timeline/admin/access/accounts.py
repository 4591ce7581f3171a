"""Accounts and groups on the desk: when somebody joined and last signed in is read-only."""

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, User

from timeline.admin.fields.plain_lines import PlainLines

admin.site.unregister([User, Group])


@admin.register(User)
class AccountAdmin(PlainLines, UserAdmin[User]):
    readonly_fields = ("last_login", "date_joined")


@admin.register(Group)
class AccountGroupAdmin(PlainLines, GroupAdmin):
    pass
