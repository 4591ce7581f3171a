"""The parameters of addresses: which there are, as the OpenAPI document tells of them."""

from collections.abc import Sequence

from django.http import QueryDict
from drf_spectacular.utils import OpenApiParameter

from timeline import search
from timeline.api.cursors import LARGEST_PAGE, PER_PAGE
from timeline.api.errors import BadRequestError
from timeline.dates.scales import Precision
from timeline.selectors.filtering.fields import MAX_SOURCE

_WORD: dict[str, object] = {"type": "string"}
_ID: dict[str, object] = {"type": "integer", "minimum": 0}
_SEVERAL = {"type": "array"}


def _several(name: str, item: dict[str, object], description: str) -> OpenApiParameter:
    """One that may be given several times and is met by any of its values."""
    schema = {**_SEVERAL, "items": item}
    return OpenApiParameter(name, schema, description=description, style="form", explode=True)


LIMIT = OpenApiParameter(
    "limit",
    {"type": "integer", "minimum": 1, "maximum": LARGEST_PAGE, "default": PER_PAGE},
    description="How many to a page.",
)


def _cursor(pattern: str) -> OpenApiParameter:
    return OpenApiParameter(
        "cursor",
        {"type": "string", "pattern": f"^{pattern}$"},
        description="Where a page begins: comes in the address under “next”.",
    )


PAGING = (LIMIT, _cursor("-?[0-9]{1,18}"))
# Events come in the order of their days, and on a timeline in its own of each day.
EVENT_PAGING = (LIMIT, _cursor(r"-?[0-9]{1,18}(\.-?[0-9]{1,18}){1,2}"))
FILTERS = (
    OpenApiParameter(
        "q",
        {**_WORD, "maxLength": search.MAX_QUERY},
        description="Words that events are searched for.",
    ),
    _several("category", _WORD, "Keys of categories; “none” for events without one."),
    _several("person", _ID, "Ids of people and organisations that took part."),
    _several("place", _ID, "Ids of places."),
    _several(
        "source",
        {**_WORD, "maxLength": MAX_SOURCE},
        "Publishers by name; “article:” with the id of an article that names none.",
    ),
    OpenApiParameter(
        "since",
        _WORD,
        description="A date in EDTF or in words: events that go on or lie after its first day.",
    ),
    OpenApiParameter(
        "until",
        _WORD,
        description="A date in EDTF or in words: events that begin by its last day.",
    ),
    _several(
        "precision",
        {"type": "string", "enum": [precision.name.lower() for precision in Precision]},
        "How exact dates are known.",
    ),
)
ONCE = {parameter.name for parameter in PAGING} | {"q", "since", "until"}


def check(query: QueryDict, known: Sequence[OpenApiParameter]) -> None:
    """BadRequestError for a parameter that there is not, or that is there twice: an answer that
    says more than was asked for would go unnoticed."""
    names = [parameter.name for parameter in known]
    for name, values in query.lists():
        if name not in names:
            there_are = f"{', '.join(names)} are." if names else "there is none here."
            raise BadRequestError(f"“{name[:40]}” is no parameter: {there_are}")
        if len(values) > 1 and name in ONCE:
            raise BadRequestError(f"“{name}” is given {len(values)} times: give it once.")
