"""The filters of a timeline, for page, figure and lists alike: parameters in, memberships out.

q          words (`timeline.search`)
category   keys of categories, "none" for events without one
person     ids of people and organisations that took part
place      ids of places
source     publishers, and "article:" with the id of an article that names none
since      EDTF or a date in words: events that go on or lie after its first day
until      the same: events that begin by its last day
precision  names of `timeline.dates.scales.Precision` in lower case

Those that may be given several times are met by any of their values; an event has to meet every
parameter. One that cannot be read is left out, and `errors` says why.
"""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, TypeVar

from django import forms
from django.db.models import F, Max, Min, Q
from django.utils.datastructures import MultiValueDict
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django_filters import Filter, FilterSet

from timeline import search
from timeline.dates.edtf import Date
from timeline.dates.julian import OPEN_END, OPEN_START
from timeline.dates.scales import Precision
from timeline.models import Entity, Event, EventIndex, Evidence, Timeline
from timeline.selectors.census import Days
from timeline.selectors.filtering import fields
from timeline.selectors.filtering.facets import COUNTED, LABELLED, Choice, Counted
from timeline.selectors.filtering.few import few
from timeline.selectors.memberships import Memberships
from timeline.selectors.one_of import one_of
from timeline.selectors.remembering import remembered
from timeline.selectors.scopes import Scope, scope
from timeline.selectors.source_keys import Sources, is_from
from timeline.selectors.tallies import Kept, Tally, counted

Found = TypeVar("Found")
# So many of a million are found and sorted as quickly as 300 of them are met in the order of all.
FEW = 20_000
# So many ids are sooner told to a database than looked for once more.
MOST_TOLD = 5_000


class _Form(forms.Form):
    def clean(self) -> dict[str, Any]:
        since, until = (self.cleaned_data.get(name) for name in ("since", "until"))
        if since and until and since.first_day > until.last_day:
            self.add_error("until", _("This is before the date that the events are wanted from."))
        return self.cleaned_data


class _By(Filter):
    """A filter by one field, applied by a method of its set."""

    def __init__(self, field_class: type[forms.Field], method: str) -> None:
        super().__init__(method=method)
        self.field_class = field_class


class MembershipFilter(FilterSet):
    q = _By(fields.Words, "found")
    category = _By(fields.Categories, "of_category")
    person = _By(fields.Entities, "taken_part_in")
    place = _By(fields.Entities, "held")
    source = _By(fields.Articles, "from_sources")
    since = _By(fields.Day, "from_day")
    until = _By(fields.Day, "to_day")
    precision = _By(fields.Precisions, "exact_to")

    class Meta:
        form = _Form

    # Whose words count for a search, beside those of the events.
    told_on: Timeline | None = None

    _form_class: ClassVar[type[forms.Form] | None] = None

    def get_form_class(self) -> type[forms.Form]:
        """Its fields are always the same: made once, not for each request."""
        made: type[forms.Form] = self._form_class or super().get_form_class()
        MembershipFilter._form_class = made
        return made

    def found(self, members: Memberships, _name: str, query: str) -> Memberships:
        if self.told_on:
            return members.filter(search.matching_on(self.told_on, query))
        return members.filter(search.matching(query))

    def of_category(self, members: Memberships, _name: str, ids: list[int | None]) -> Memberships:
        wanted = Q(category__in=[pk for pk in ids if pk is not None])
        return members.filter(wanted | Q(category=None) if None in ids else wanted)

    def taken_part_in(self, members: Memberships, _name: str, ids: list[int]) -> Memberships:
        return _naming(members, Event.participants.through, ids)

    def held(self, members: Memberships, _name: str, ids: list[int]) -> Memberships:
        return _naming(members, Event.places.through, ids)

    def from_sources(self, members: Memberships, _name: str, sources: Sources) -> Memberships:
        evidence = Evidence.objects.filter(is_from(sources))
        return members.filter(event__in=evidence.order_by().values("event"))

    def from_day(self, members: Memberships, _name: str, date: Date) -> Memberships:
        return members.filter(last_day__gte=date.first_day)

    def to_day(self, members: Memberships, _name: str, date: Date) -> Memberships:
        return members.filter(first_day__lte=date.last_day)

    def exact_to(self, members: Memberships, _name: str, some: list[Precision]) -> Memberships:
        found = EventIndex.objects.filter(precision__in=some)
        return members.filter(event__in=found.values("event"))

    def of_categories(self, counts: Any) -> Any:
        """As the filter by category leaves them."""
        return self.filters["category"].filter(counts, self.form.cleaned_data.get("category"))

    def but(self, name: str) -> Memberships:
        """What all the other filters leave: the choices of a filter are counted as if it had
        none of them yet."""
        members: Memberships = self.queryset
        for other, value in self.form.cleaned_data.items():
            if other != name:
                members = self.filters[other].filter(members, value)
        return members


def _naming(members: Memberships, through: Any, ids: list[int]) -> Memberships:
    """By a subquery: a join would show an event twice that names two of them."""
    return members.filter(event__in=through.objects.filter(entity__in=ids).values("event"))


class Filtered:
    """The memberships of a scope that meet the parameters.

    queryset  memberships, without an order
    errors    parameter -> sentences on why it was left out
    chosen    parameter -> what was understood; only what filters
    """

    def __init__(self, scope: Scope, params: Mapping[str, Any]) -> None:
        data = params if isinstance(params, MultiValueDict) else _multiple(params)
        self.scope = scope
        self._filters = MembershipFilter(data, scope.members)
        self._filters.told_on = scope.timeline
        self.errors: dict[str, list[str]] = {
            name: [str(sentence) for sentence in sentences]
            for name, sentences in self._filters.errors.items()
        }
        cleaned = self._filters.form.cleaned_data
        self.chosen: dict[str, Any] = {name: value for name, value in cleaned.items() if value}
        self.queryset: Memberships = self._filters.qs

    @property
    def some(self) -> Memberships | None:
        """The memberships where they may not be all of a timeline: of all of it more is known."""
        return self.queryset if self.chosen or self.scope.counts is None else None

    @property
    def all(self) -> "Filtered":
        """What there is without any filter."""
        return Filtered(self.scope, {}) if self.chosen or self.errors else self

    def span(self) -> tuple[int, int] | None:
        """The first and the last Julian day of what is left, the open ends of dates aside."""
        return self.remembered("span", lambda: (self._span(),))[0]

    def _span(self) -> tuple[int, int] | None:
        days = self.queryset.aggregate(
            first_sort=Min("sort_day"),
            last_sort=Max("sort_day"),
            first=Min("first_day", filter=Q(first_day__gt=OPEN_START)),
            last=Max("last_day", filter=Q(last_day__lt=OPEN_END)),
        )
        known = [day for day in days.values() if day is not None]
        return (min(known), max(known)) if known else None

    @cached_property
    def params(self) -> list[tuple[str, str]]:
        """What was understood, as parameters of an address: the same ones for the same events, in
        whatever order and language they were given."""
        return [(name, value) for name in self.chosen for value in self._understood(name)]

    def _understood(self, name: str) -> list[str]:
        value = self.chosen[name]
        if isinstance(value, (str, Date)):
            return [value if isinstance(value, str) else value.text]
        return sorted(self.chosen_values(name))

    def chosen_values(self, name: str) -> list[str]:
        """The values of a parameter as they were given, each once; none if they were left out."""
        given = filter(None, self._filters.data.getlist(name))
        return list(dict.fromkeys(given)) if name in self.chosen else []

    def labels(self, name: str) -> dict[str, str]:
        """The labels of the chosen values of a facet, without those that readers may not see."""
        return LABELLED[name](self._filters.queryset, self.chosen_values(name))

    def choices(self, name: str) -> list[Choice]:
        """The choices of a facet with their counts."""
        members = Counted(self.but(name), self._filters.queryset)
        count = COUNTED[name]
        return self.remembered(
            f"choices of {name} in {get_language()}",
            lambda: count(members, self.chosen_values(name)),
        )

    @cached_property
    def tally(self) -> Tally:
        """How many there are when, by category."""
        counts = self.scope.counts
        if counts is not None and not self.chosen.keys() - {"category"}:
            return Kept(self._filters.of_categories(counts))
        return self.remembered("tally", lambda: counted(self.queryset), lambda tally: tally.size)

    @cached_property
    def categories(self) -> set[int | None]:
        """The ids of the categories that there are; None where some events have none."""
        return self.remembered("categories that there are", lambda: set(self.tally.lanes))

    def touching(self, days: Days) -> Memberships:
        """What is left, but for some of it that covers none of the days."""
        if not 0 < self._filtered_number <= FEW:
            return self.queryset
        ids = self.remembered("few", lambda: few(self.queryset)).touching(days)
        return (
            self.scope.members.filter(one_of("event", ids))
            if len(ids) <= MOST_TOLD
            else self.queryset
        )

    def foremost(self, members: Memberships, number: int) -> Memberships:
        """The most prominent of some of what is left; an event in several of its lanes by these.

        In the order of prominence a million events are gone through until there are enough, which
        are few where the filters leave many; else those that they leave are found first and sorted
        by what no index knows.
        """
        are_few = 0 < self._filtered_number <= FEW
        order = F("prominence") + 0 if are_few else F("prominence")
        lanes = ("lane",) if "lane" in members.query.annotations else ()
        return members.order_by(order.desc(), "event_id", *lanes)[:number]

    @property
    def _filtered_number(self) -> int:
        """How many the filters leave; 0 where there are none, since all may be few, too."""
        return 0 if isinstance(self.tally, Kept) else self.tally.total

    def but(self, name: str) -> Memberships:
        """What all filters but one leave: its choices are counted as if it had none of them yet."""
        return self._filters.but(name)

    def remembered(
        self,
        name: str,
        find: Callable[[], Found],
        size: Callable[[Found], int] = lambda found: 0,
    ) -> Found:
        """What was found once for a timeline and filters; never None."""
        return remembered(self.scope, name, find, self.params, size)


def _multiple(params: Mapping[str, Any]) -> MultiValueDict[str, Any]:
    return MultiValueDict(
        {key: value if isinstance(value, list) else [value] for key, value in params.items()}
    )


def filtered(about: Timeline | Entity, params: Mapping[str, Any]) -> Filtered:
    """The events of a timeline, or those that name somebody, as far as readers may see them,
    filtered by the parameters of an address (`request.GET`); those it does not know are passed
    over. Never raises for what they hold."""
    return Filtered(scope(about), params)
