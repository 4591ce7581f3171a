"""How often one address may fail to log in."""

from typing import Any

from django.contrib.admin.forms import AdminAuthenticationForm
from django.core.cache import caches
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext
from rest_framework.throttling import SimpleRateThrottle

from timeline.fetching.addresses import network


class Attempts(SimpleRateThrottle):
    """Those of one address that failed: more than people mistype, far fewer than it takes to guess
    what the rules for passwords let through. All processes of a server count them together."""

    rate = "10/minute"
    cache = caches["rates"]

    def get_cache_key(self, request: Any, view: Any) -> str:
        return f"throttle_login_{network(self.get_ident(request))}"

    def forget(self) -> None:
        """Somebody has got in; whoever shares the address begins anew, too."""
        self.cache.delete(self.key)


class LoginForm(AdminAuthenticationForm):
    request: HttpRequest

    def clean(self) -> dict[str, Any]:
        attempts = Attempts()
        if not attempts.allow_request(self.request, None):
            raise ValidationError(
                gettext("Too many attempts to log in: wait a minute, then try again.")
            )
        data: dict[str, Any] = super().clean()
        attempts.forget()
        return data
