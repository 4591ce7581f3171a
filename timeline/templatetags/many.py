"""Pieces of which the review page of a long article has hundreds. A template takes several times as
long for each."""

from collections.abc import Iterator
from html import escape
from typing import Any

from django import template
from django.template import Context
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from timeline.templatetags.dates import date_element, date_in_words
from timeline.templatetags.quotes import language_attributes

register = template.Library()

# What a button decides, and the status in which there is none.
_DECISIONS = (("accept", "published"), ("reject", "rejected"), ("restore", "suggested"))


@register.simple_tag
def marked_text(stretches: Any) -> SafeString:
    """The text from `admin.review.highlights.Stretch`es, with the quotes of its events."""
    return SafeString("".join(map(_stretch, stretches)))


def _stretch(stretch: Any) -> str:
    words = escape(stretch.text)
    if stretch.expression:
        words = f"<mark>{words}</mark>"
    if not stretch.events:
        return words
    anchors = "".join(f'<a id="quote-{pk}" class="quote-start"></a>' for pk in stretch.anchors)
    events = " ".join(map(str, stretch.events))
    quote = f'<span class="quote is-{stretch.status}" data-events="{events}">{words}</span>'
    return anchors + quote


@register.simple_tag
def marks(glance: Any) -> SafeString:
    """The marks of an `admin.review.glances.Shown`, each a link to its event."""
    return format_html_join("", "{}", ((_mark(place),) for place in glance.marks))


def _mark(place: Any) -> SafeString:
    event, mark = place.event, place.of
    kinds = (f"is-{event.status}", mark.soft and "is-soft", mark.open and "is-open")
    return format_html(
        '<a href="#event-{0}" class="mark {1}" data-events="{0}" tabindex="-1">'
        "<title>{2}: {3}</title>{4}</a>",
        str(event.pk),
        " ".join(filter(None, kinds)),
        date_in_words(event.date, event.part),
        event.title,
        _shape(place),
    )


def _shape(place: Any) -> SafeString:
    if place.of.point:
        circle = '<circle cx="{}%" cy="{}" r="4"/>'
        return format_html(circle, str(place.middle), str(place.y + 4))
    bar = '<rect x="{}%" y="{}" width="{}%" height="6" rx="3"/>'
    return format_html(bar, str(place.x), str(place.y + 1), str(place.of.width))


@register.simple_tag(takes_context=True)
def short_card(context: Context, item: Any) -> SafeString:
    """The card of an event (`selectors.desk.review.Found`) far down the page, with what decides on
    it; the scripts fill it when somebody comes near."""
    event, pk = item.event, str(item.event.pk)
    language = "" if item.sources else context["article"].language
    return format_html(
        '<article class="review-event is-{status} is-short" id="event-{pk}" data-event="{pk}"'
        ' data-seen="{seen}" tabindex="-1" data-piece{before}>\n'
        '<p class="when">{choice}{date} <span class="status">{called}</span></p>\n'
        "<h3 {language}>{title}</h3>\n<p>{ways}</p>\n</article>\n",
        status=event.status,
        pk=pk,
        seen=event.updated_at.isoformat(),
        before=format_html(' data-before="{}"', item.before) if item.before else "",
        choice=_choice(pk) if context["may_decide"] else "",
        date=date_element(event.date, event.part),
        called=event.get_status_display(),
        language=language_attributes(language),
        title=event.title,
        ways=format_html_join(" ", "{}", ((way,) for way in _ways(context, item, pk))),
    )


def _choice(pk: str) -> SafeString:
    return format_html(
        '<label class="choose"><input type="checkbox" name="chosen" value="{}" form="publish-form">'
        '<span class="visually-hidden">{}</span></label>',
        pk,
        gettext("Choose"),
    )


def _ways(context: Context, item: Any, pk: str) -> Iterator[SafeString]:
    if context["may_decide"] and item.may_change:
        labels = (gettext("Accept"), gettext("Reject"), gettext("Back to waiting"))
        for (verb, status), label in zip(_DECISIONS, labels, strict=True):
            if item.event.status != status:
                quiet = "" if verb == "accept" else SafeString(' class="quiet"')
                yield format_html(
                    '<button form="publish-form" name="action" value="{}:{}"{}>{}</button>',
                    verb,
                    pk,
                    quiet,
                    label,
                )
    link = '<a{} href="?{}{}={}#event-{}">{}</a>'
    if item.may_change:
        opens, edit = SafeString(' class="edit-open"'), gettext("Edit")
        yield format_html(link, opens, context["carried"], "edit", pk, pk, edit)
    yield format_html(link, "", context["carried"], "open", pk, pk, gettext("Details"))
