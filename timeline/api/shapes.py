"""The fields of the API's answers; those of an event are those of the JSON file."""

from typing import Any

from rest_framework import serializers
from rest_framework.serializers import BooleanField, CharField, IntegerField, URLField

from timeline.models import Entity, Event, Evidence

ADDRESS = "Its page for readers."


class Filled(serializers.Serializer):
    """Without its fields that are empty."""

    def to_representation(self, instance: Any) -> dict[str, Any]:
        fields = super().to_representation(instance)
        return {name: value for name, value in fields.items() if value}


class Source(serializers.Serializer):
    title = CharField()
    url = CharField(help_text="May be empty.")
    publisher = CharField(help_text="May be empty.")
    author = CharField(help_text="May be empty.")
    language = CharField(help_text="BCP 47; may be empty.")
    published_on = serializers.DateField(help_text="The date as printed.")


class CountedSource(Source):
    id = IntegerField()
    event_count = IntegerField(help_text="How many events of the timeline it tells.")


class Support(Filled):
    kind = serializers.ChoiceField(Evidence.Kind.choices)
    quote = CharField(required=False)
    expression = CharField(required=False, help_text="The words that date the event.")
    source = Source(required=False)
    citation = CharField(required=False)
    citation_url = CharField(required=False)


class Named(serializers.Serializer):
    name = CharField()
    kind = serializers.ChoiceField(Entity.Kind.choices)


class Medium(serializers.Serializer):
    url = CharField()
    credit = CharField()
    alternative_text = CharField()


class EventShape(serializers.Serializer):
    id = IntegerField()
    address = URLField(help_text=ADDRESS)
    title = CharField()
    summary = CharField(help_text="May be empty.")
    correction = CharField(help_text="What readers are told of a correction; may be empty.")
    date = CharField(help_text="EDTF: as exact as the source, 2019-10 for October 2019.")
    part = serializers.ChoiceField(Event.Part.choices, help_text="The part of it that is meant.")
    date_in_words = CharField()
    category = CharField(help_text="Its key; empty without one.")
    category_name = CharField()
    importance = IntegerField(min_value=0, max_value=100)
    featured = BooleanField(help_text="Whether the timeline that tells it features it.")
    changed = CharField(help_text="ISO 8601.")
    people = Named(many=True)
    places = Named(many=True)
    media = Medium(many=True)
    evidence = Support(many=True, help_text="What it rests on, the strongest first.")


class Era(serializers.Serializer):
    name = CharField()
    date = CharField(help_text="EDTF, with a first and a last day.")
    date_in_words = CharField()


class TimelineShape(serializers.Serializer):
    slug = CharField(help_text="Its name in addresses.")
    address = URLField(help_text=ADDRESS)
    title = CharField()
    introduction = CharField(help_text="May be empty.")
    credits = CharField(help_text="Who made it, and whom it thanks; may be empty.")
    eras = Era(source="api_eras", many=True, help_text="Bands behind its chart; may be empty.")
    language = CharField(help_text="BCP 47.")
    cover = Medium(source="api_cover", allow_null=True, help_text="The picture that stands for it.")
    changed = CharField(help_text="ISO 8601.")
    event_count = IntegerField()
    first_date = CharField(allow_null=True, help_text="EDTF of its first event.")
    last_date = CharField(allow_null=True, help_text="EDTF of its last event.")
    events = URLField(source="api_events", help_text="Where the API has its events.")
    sources = URLField(source="api_sources", help_text="Where the API has its sources.")


class EntityName(serializers.Serializer):
    name = CharField()
    language = CharField(help_text="BCP 47; may be empty.")


class EntityShape(serializers.Serializer):
    id = IntegerField()
    address = URLField(help_text=ADDRESS)
    kind = serializers.ChoiceField(Entity.Kind.choices)
    name = CharField()
    names = EntityName(many=True)
    wikidata = CharField(help_text="May be empty.")
    latitude = serializers.FloatField(allow_null=True)
    longitude = serializers.FloatField(allow_null=True)
    events = URLField(source="api_events", help_text="Where the API has its events.")


class ErrorShape(serializers.Serializer):
    error = CharField(help_text="One sentence: what is wrong, and what would be accepted.")


class Start(serializers.Serializer):
    timelines = URLField()
    entities = URLField()
    schema = URLField()


def _page_of(name: str, shape: type[serializers.Serializer]) -> type[serializers.Serializer]:
    following = URLField(allow_null=True, help_text="The next page; null on the last one.")
    fields = {"next": following, "results": shape(many=True)}
    return type(name, (serializers.Serializer,), fields)


EventPage = _page_of("EventPage", EventShape)
TimelinePage = _page_of("TimelinePage", TimelineShape)
EntityPage = _page_of("EntityPage", EntityShape)
SourcePage = _page_of("SourcePage", CountedSource)
