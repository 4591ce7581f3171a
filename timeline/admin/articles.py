"""Articles on the desk: bring one in, and its review page opens."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin, messages
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from timeline import tasks
from timeline.admin.article_form import ArticleForm
from timeline.admin.fields.labelled_rows import LabelledRows
from timeline.admin.fields.languages import LanguageField, LanguageFilter
from timeline.admin.history import HistoryAdmin
from timeline.admin.intake import files_view, look_view
from timeline.admin.queue import queue_view, review_address
from timeline.admin.reasons import REASON, Reasoned
from timeline.admin.review.page import review_view
from timeline.models import Article, ArticleAddress
from timeline.services import search_index
from timeline.services.articles import store_article
from timeline.services.bin.removal import may_be_deleted
from timeline.services.extract import extract_article
from timeline.services.saved_filters import rename_publisher

# What the dates of an article are worked out from.
_READ_BY = {"published_on", "language"}


class ChangeForm(Reasoned, forms.ModelForm[Article]):
    language = LanguageField()


class AddressInline(admin.TabularInline[ArticleAddress, Article]):
    model = ArticleAddress
    formset = LabelledRows
    extra = 0
    formfield_overrides: ClassVar[dict[Any, Any]] = {models.URLField: {"assume_scheme": "https"}}


@admin.register(Article)
class ArticleAdmin(HistoryAdmin):
    form = ChangeForm
    actions = ("read_again",)
    list_display = ("headline", "published_on", "publisher", "language", "status", "waiting")
    delete_confirmation_template = "admin/timeline/article/delete_confirmation.html"
    delete_selected_confirmation_template = (
        "admin/timeline/article/delete_selected_confirmation.html"
    )
    add_form_template = "admin/timeline/article/add_form.html"
    list_display_links = None
    list_filter = ("status", ("language", LanguageFilter))
    search_fields = ("title", "publisher", "addresses__url")
    date_hierarchy = "published_on"
    # The text is what all evidence is measured on: it can be read here, never changed.
    readonly_fields = ("text", "origin", "status")
    fields = ("title", "published_on", "published", "language", "publisher", "author", "text")
    add_fields = ("url", "text", "title", "published_on", "language", "publisher", "author")

    def get_urls(self) -> list[URLPattern]:
        review = path(
            "<int:pk>/review/",
            self.admin_site.admin_view(review_view),
            name="timeline_article_review",
        )
        queue = path(
            "queue/", self.admin_site.admin_view(queue_view), name="timeline_article_queue"
        )
        files = path(
            "files/", self.admin_site.admin_view(files_view), name="timeline_article_files"
        )
        look = path(
            "files/<int:pk>/", self.admin_site.admin_view(look_view), name="timeline_article_look"
        )
        return [review, queue, files, look, *super().get_urls()]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        articles: QuerySet[Article] = super().get_queryset(request)
        return articles.defer("text")

    @admin.display(description=_("title"), ordering="title")
    def headline(self, article: Article) -> str:
        return format_html('<a href="{}">{}</a>', review_address(article), article.title)

    def get_form(
        self, request: HttpRequest, obj: Article | None = None, change: bool = False, **kwargs: Any
    ) -> Any:
        return super().get_form(request, obj, change, **kwargs) if obj else ArticleForm

    def get_fields(self, request: HttpRequest, obj: Article | None = None) -> Any:
        if obj is None:
            return self.add_fields
        return (*self.fields, *((REASON,) if self.has_change_permission(request, obj) else ()))

    def get_readonly_fields(self, request: HttpRequest, obj: Article | None = None) -> Any:
        return self.readonly_fields if obj else ()

    def get_inlines(self, request: HttpRequest, obj: Article | None) -> Any:
        return [AddressInline] if obj else []

    def save_model(self, request: HttpRequest, obj: Article, form: Any, change: bool) -> None:
        if change:
            # Of an earlier version the form knows not what is stored.
            before = Article.objects.values_list("publisher", flat=True).get(pk=obj.pk)
            super().save_model(request, obj, form, change)
            if obj.publisher != before:
                rename_publisher(before=before, after=obj.publisher)
            search_index.retell_articles(ids=[obj.pk])
            self._read_otherwise(request, obj, form)
            return
        origin = Article.Origin.FETCHED if form.was_fetched else Article.Origin.PASTED
        stored = store_article(origin=origin, **form.described())
        obj.pk, obj.status = stored.article.pk, stored.article.status
        if stored.created:
            extract_article(article=stored.article)
        else:
            messages.info(request, gettext("This text is stored already: here is its review."))

    def _read_otherwise(self, request: HttpRequest, article: Article, form: Any) -> None:
        """A day or a language that was wrong made wrong dates; those of what was decided are the
        editors'."""
        if _READ_BY.intersection(form.changed_data):
            extract_article(article=article)
            messages.info(
                request, gettext("The article was read again; what was decided on stays as it is.")
            )

    @admin.action(description=_("Read the selected articles again"), permissions=["change"])
    def read_again(self, request: HttpRequest, queryset: QuerySet[Article]) -> HttpResponse:
        run = tasks.enqueue_extraction(articles=queryset, user=request.user)
        messages.info(request, gettext("They are read in the background."))
        return HttpResponseRedirect(reverse("admin:timeline_run_change", args=[run.pk]))

    def response_add(
        self, request: HttpRequest, obj: Article, post_url_continue: str | None = None
    ) -> HttpResponse:
        return HttpResponseRedirect(review_address(obj))

    def page_of(self, record: Article) -> str:
        return review_address(record)

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """Suggestions go with their article: their evidence protects only what was decided, and
        `stays.html` says so."""
        going, counts, missing, protected = super().get_deleted_objects(objs, request)
        decided = [str(article) for article in objs if not may_be_deleted(article=article)]
        return going, counts, missing, decided if protected else []
