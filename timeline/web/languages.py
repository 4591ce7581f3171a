"""The language that an address names: `?lang=fr` opens any page in French.

So a link can be given in a language, a frame in another site can speak that of its host, and search
engines find a page in each (hreflang).
"""

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.locale import LocaleMiddleware
from django.utils import translation

PARAMETER = "lang"
# Search engines take an address in each language where they know it in all of them (hreflang), and
# this one for readers of any other.
_ANY_LANGUAGE = "x-default"


def named(request: HttpRequest) -> str:
    """The language that the address names, or "" where it names none that is spoken here."""
    asked = request.GET.get(PARAMETER, "")
    return asked if asked in dict(settings.LANGUAGES) else ""


def queries() -> list[tuple[str, dict[str, str]]]:
    """What hreflang calls each language, and what in the address of a page asks for it."""
    codes = [code for code, _name in settings.LANGUAGES]
    return [(_ANY_LANGUAGE, {}), *((code, {PARAMETER: code}) for code in codes)]


class LanguageOfAddress(LocaleMiddleware):
    """Middleware: what the address names goes before cookie and browser, and stays chosen for the
    pages that the reader goes on to."""

    def process_request(self, request: HttpRequest) -> None:
        super().process_request(request)
        if language := named(request):
            translation.activate(language)
            request.LANGUAGE_CODE = language

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        answered = super().process_response(request, response)
        # Not for what stands in frames of other sites, nor for what scripts ask.
        if named(request) and request.headers.get("Sec-Fetch-Dest") == "document":
            answered.set_cookie(
                settings.LANGUAGE_COOKIE_NAME,
                named(request),
                max_age=settings.LANGUAGE_COOKIE_AGE,
                path=settings.LANGUAGE_COOKIE_PATH,
                domain=settings.LANGUAGE_COOKIE_DOMAIN,
                secure=settings.LANGUAGE_COOKIE_SECURE,
                httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
                samesite=settings.LANGUAGE_COOKIE_SAMESITE,
            )
        return answered
