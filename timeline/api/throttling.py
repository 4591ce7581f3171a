"""How often one address may ask."""

from django.core.cache import caches
from rest_framework.throttling import AnonRateThrottle


class Rate(AnonRateThrottle):
    """In a cache of its own, so that many visitors crowd nothing out that pages remember."""

    cache = caches["rates"]
