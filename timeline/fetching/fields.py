"""What the fields of a document accept, whichever door they come through."""

import re
from urllib.parse import urljoin, urlsplit

# BCP 47: a language subtag, then others; some sites write og:locale's underscore.
_LANGUAGE_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{1,8})*")


def primary_language(tag: str) -> str:
    """The primary subtag of a language tag in lower case ("ar-SY" is "ar"); "" if it is no tag."""
    match = _LANGUAGE_TAG.fullmatch(tag.strip())
    return match[1].lower() if match else ""


def web_address(written: str, base: str = "") -> str:
    """An absolute http or https address, relative ones counted from `base`; "" if it is none.

    Anything else ("javascript:", "file:") must not become a link.
    """
    try:
        address = urljoin(base, written.strip())
        parts = urlsplit(address)
        parts.port  # noqa: B018  (raises ValueError when it is no number)
    except ValueError:
        return ""
    return address if parts.scheme in ("http", "https") and parts.hostname else ""


def same_host(one: str, other: str) -> bool:
    """Whether two web addresses are on one host, "www." aside."""
    return _host(one) == _host(other)


def _host(address: str) -> str:
    return (urlsplit(address).hostname or "").removeprefix("www.")
