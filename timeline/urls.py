"""Addresses of the site."""

from django.contrib import admin
from django.contrib.sitemaps import views as sitemap_views
from django.urls import include, path, re_path, register_converter
from django.urls.converters import StringConverter
from django.views.decorators.csrf import csrf_exempt
from django.views.i18n import set_language

from timeline.admin.access.login import login
from timeline.api import views as api
from timeline.models.timeline import PRIVATE
from timeline.web import (
    anywhere,
    choices,
    dates,
    downloads,
    embed,
    feeds,
    figure,
    media,
    pages,
    preview,
    sitemaps,
    trouble,
)

handler400 = trouble.not_understood
handler403 = trouble.not_open
handler404 = trouble.not_there
handler500 = trouble.failed


class Address(StringConverter):
    """What Django takes for a slug with letters of every script, or a private link, and nothing
    else: PostgreSQL refuses to look for some of it."""

    regex = rf"{PRIVATE}?[-\w]+"


register_converter(Address, "address")

API = [
    path("", api.StartView.as_view(), name="api_start"),
    path("schema/", api.SchemaView.as_view(), name="api_schema"),
    path("timelines/", api.TimelinesView.as_view(), name="api_timelines"),
    path("timelines/<address:slug>/", api.TimelineView.as_view(), name="api_timeline"),
    path(
        "timelines/<address:slug>/events/",
        api.TimelineEventsView.as_view(),
        name="api_timeline_events",
    ),
    path(
        "timelines/<address:slug>/sources/",
        api.TimelineSourcesView.as_view(),
        name="api_timeline_sources",
    ),
    path("events/<int:id>/", api.EventView.as_view(), name="api_event"),
    path("entities/", api.EntitiesView.as_view(), name="api_entities"),
    path("entities/<int:id>/", api.EntityView.as_view(), name="api_entity"),
    path("entities/<int:id>/events/", api.EntityEventsView.as_view(), name="api_entity_events"),
    # With a slash at its end, so that addresses without one are still led to where they belong.
    re_path(r"\A(?P<rest>(?s:.*)/)\Z", api.NowhereView.as_view()),
]

urlpatterns = [
    path("", pages.home, name="home"),
    path("timelines/<address:slug>/", pages.timeline, name="timeline"),
    path("timelines/<address:slug>/figure.json", figure.figure_json, name="figure"),
    *(
        path(f"timelines/<address:slug>/{file}", downloads.download, {"file": file}, name=file)
        for file in downloads.FORMATS
    ),
    path("timelines/<address:slug>/choices/<str:menu>/", choices.of_timeline, name="choices"),
    path("timelines/<address:slug>/embed/", embed.embed, name="embed"),
    path("timelines/<address:slug>/preview/", preview.preview, name="preview"),
    path(
        "timelines/<address:slug>/preview/<str:draft>/figure.json",
        preview.preview_figure,
        name="preview_figure",
    ),
    path("timelines/<address:slug>/feed/", feeds.Changes(), name="feed"),
    path(
        "sitemap.xml",
        sitemap_views.index,
        {"sitemaps": sitemaps.SECTIONS, "sitemap_url_name": "sitemap"},
    ),
    path(
        "sitemap-<section>.xml",
        sitemap_views.sitemap,
        {"sitemaps": sitemaps.SECTIONS},
        name="sitemap",
    ),
    path("robots.txt", sitemaps.robots, name="robots"),
    path("oembed/", embed.oembed, name="oembed"),
    path("timelines/<address:slug>/sources/", pages.sources, name="sources"),
    path("timelines/<address:slug>/events/<int:event_id>/", pages.event, name="event"),
    path("events/<int:event_id>/", anywhere.event, name="public_event"),
    path("entities/<int:entity_id>/", anywhere.entity, name="entity"),
    path("entities/<int:entity_id>/figure.json", figure.entity_figure_json, name="entity_figure"),
    path("entities/<int:entity_id>/choices/<str:menu>/", choices.of_entity, name="entity_choices"),
    path("dates/", dates.date, name="date"),
    re_path(rf"\Amedia/(?P<name>{media.NAME})\Z", media.picture, name="picture"),
    path("search/", anywhere.search, name="search"),
    path("api/v1/", include(API)),
    # Exempt: pages that send no referrer send no origin either, and to change somebody's language
    # does no harm.
    path("i18n/setlang/", csrf_exempt(set_language), name="set_language"),
    path("admin/login/", login),
    path("admin/", admin.site.urls),
]
