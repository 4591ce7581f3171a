"""Addresses of the site."""

from django.contrib import admin
from django.contrib.sitemaps import views as sitemap_views
from django.urls import include, path

from timeline.web import (
    anywhere,
    choices,
    dates,
    downloads,
    embed,
    feeds,
    figure,
    pages,
    sitemaps,
    trouble,
)

handler500 = trouble.failed

urlpatterns = [
    path("", pages.home, name="home"),
    path("timelines/<str:slug>/", pages.timeline, name="timeline"),
    path("timelines/<str:slug>/figure.json", figure.figure_json, name="figure"),
    *(
        path(f"timelines/<str:slug>/{file}", downloads.download, {"file": file}, name=file)
        for file in downloads.FORMATS
    ),
    path("timelines/<str:slug>/choices/<str:menu>/", choices.of_timeline, name="choices"),
    path("timelines/<str:slug>/embed/", embed.embed, name="embed"),
    path("timelines/<str:slug>/feed/", feeds.Changes(), name="feed"),
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
    path("robots.txt", feeds.robots, name="robots"),
    path("oembed/", embed.oembed, name="oembed"),
    path("timelines/<str:slug>/sources/", pages.sources, name="sources"),
    path("timelines/<str:slug>/events/<int:event_id>/", pages.event, name="event"),
    path("events/<int:event_id>/", anywhere.event, name="public_event"),
    path("entities/<int:entity_id>/", anywhere.entity, name="entity"),
    path("entities/<int:entity_id>/figure.json", figure.entity_figure_json, name="entity_figure"),
    path("entities/<int:entity_id>/choices/<str:menu>/", choices.of_entity, name="entity_choices"),
    path("dates/", dates.date, name="date"),
    path("search/", anywhere.search, name="search"),
    path("i18n/", include("django.conf.urls.i18n")),
    path("admin/", admin.site.urls),
]
