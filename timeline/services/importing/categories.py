"""The categories that imported events name: by key, or by name in any language of the interface;
made where nobody has them and the user may."""

from collections.abc import Iterable, Sequence
from itertools import product

from django.conf import settings
from django.db.models import Max
from django.utils import translation
from django.utils.text import slugify

from timeline.models import Category
from timeline.services.people import User, may
from timeline.text import fold

# Key and name, one of which may be "".
Wanted = tuple[str, str]


def resolve(
    wanted: Iterable[Wanted], user: User
) -> tuple[dict[Wanted, Category | None], tuple[str, ...]]:
    """The category of each, and the names of those that were left out."""
    by_name = known()
    found: dict[Wanted, Category | None] = {}
    left_out: list[str] = []
    for one in dict.fromkeys(wanted):
        category = find(one, by_name)
        if category is None and any(one):
            if may(user, "timeline.add_category"):
                category = _make(*one)
                by_name |= _names([category])
            else:
                left_out.append(one[1] or one[0])
        found[one] = category
    return found, tuple(left_out)


def known() -> dict[str, Category]:
    """Every category by what it is called, folded."""
    return _names(Category.objects.all())


def find(wanted: Wanted, by_name: dict[str, Category]) -> Category | None:
    named = (by_name.get(fold(name)) for name in wanted if name)
    return next(filter(None, named), None)


def _names(categories: Iterable[Category]) -> dict[str, Category]:
    """Keys go before names."""
    found: dict[str, Category] = {}
    every = list(categories)
    for code, _language in settings.LANGUAGES:
        with translation.override(code):
            found |= {fold(category.label): category for category in every}
    return found | {fold(category.key): category for category in every}


def _make(key: str, name: str) -> Category:
    every = list(Category.objects.all())
    colour, shape = _sign(every)
    last = Category.objects.aggregate(last=Max("position"))["last"] or 0
    return Category.objects.create(
        key=_free_key(slugify(key) or slugify(name) or "category", every),
        name=name or key,
        colour=colour,
        shape=shape,
        position=min(last + 1, 32_767),  # what a short integer holds
    )


def _sign(every: Sequence[Category]) -> tuple[str, str]:
    """A colour in use with a shape that it does not have yet: colours that are there stay apart."""
    colours = list(dict.fromkeys(category.colour for category in every)) or ["#4859ff"]
    taken = {(category.colour, category.shape) for category in every}
    shapes = list(Category.Shape)
    turned = (
        (colour, shapes[(at + turn) % len(shapes)].value)
        for turn, (at, colour) in product(range(len(shapes)), enumerate(colours))
    )
    return next((sign for sign in turned if sign not in taken), (colours[0], shapes[0].value))


def _free_key(wanted: str, every: Sequence[Category]) -> str:
    taken = {category.key for category in every}
    cut = wanted[:36]  # of 40 characters, with room for a number
    numbered = (f"{cut}-{number}" for number in range(2, len(taken) + 3))
    return next(key for key in (cut, *numbered) if key not in taken)
