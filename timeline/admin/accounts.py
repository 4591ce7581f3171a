"""Accounts on the desk: when somebody came and signed in is told, and never written."""

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import User

admin.site.unregister(User)


@admin.register(User)
class AccountAdmin(UserAdmin[User]):
    readonly_fields = ("last_login", "date_joined")
