"""How often one address may ask."""

from typing import Any

from django.core.cache import caches
from rest_framework.throttling import AnonRateThrottle

from timeline.fetching.addresses import network


class Rate(AnonRateThrottle):
    """In a cache of its own, so that many visitors crowd nothing out that pages remember."""

    cache = caches["rates"]

    def get_ident(self, request: Any) -> str:
        return network(super().get_ident(request))
