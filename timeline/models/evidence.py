"""Evidence: what supports an event, and how its words were resolved to a date."""

from django.db import models
from django.db.models.functions import Substr
from django.utils.translation import gettext_lazy as _

from timeline.dates.resolution import Resolution
from timeline.models.article import URL_LENGTH, Article
from timeline.models.event import Event
from timeline.models.history import History


class EvidenceQuerySet(models.QuerySet["Evidence"]):
    def with_quotes(self) -> "EvidenceQuerySet":
        """Annotate `quote` and `expression`, cut from the article's text by the database, so that a
        page of quotes never loads the articles they come from."""
        return self.annotate(  # type: ignore[no-redef]  # declared for type checkers below
            quote=_cut("quote_start", "quote_end"),
            expression=_cut("expression_start", "expression_end"),
        )


def _cut(start: str, end: str) -> Substr:
    return Substr("article__text", models.F(start) + 1, models.F(end) - models.F(start))


class Evidence(models.Model):
    """A quote in an article (offsets in code points of its text; the time expression need not lie
    inside the quote), or a citation, or the plain word of the editors."""

    class Kind(models.TextChoices):
        QUOTE = "quote", _("a quote from an article")
        CITATION = "citation", _("a citation")
        EDITORS = "editors", _("entered by the editors")

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="evidence")
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    article = models.ForeignKey(
        Article,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="evidence",
        verbose_name=_("article"),
    )
    quote_start = models.IntegerField(null=True, blank=True)
    quote_end = models.IntegerField(null=True, blank=True)
    expression_start = models.IntegerField(null=True, blank=True)
    expression_end = models.IntegerField(null=True, blank=True)
    rule = models.CharField(_("rule"), max_length=20, blank=True)
    anchor = models.CharField(_("anchor"), max_length=90, blank=True)
    direction = models.CharField(_("direction"), max_length=10, blank=True)
    value = models.CharField(_("value"), max_length=90, blank=True)
    citation = models.TextField(_("citation"), blank=True)
    citation_url = models.URLField(_("citation's address"), max_length=URL_LENGTH, blank=True)

    # Only on the rows of `with_quotes`.
    quote: str
    expression: str

    objects = EvidenceQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = _("evidence")
        verbose_name_plural = _("evidence")
        ordering = ("id",)
        # A comparison with NULL is unknown, and a database lets pass what is unknown: so each
        # condition says that both ends are there.
        constraints = (
            models.CheckConstraint(
                condition=models.Q(kind="quote", article__isnull=False, quote_start__isnull=False)
                | models.Q(kind="citation", article=None, quote_start=None) & ~models.Q(citation="")
                | models.Q(kind="editors", article=None, quote_start=None, citation=""),
                name="evidence_has_what_its_kind_needs",
            ),
            models.CheckConstraint(
                condition=models.Q(quote_start=None, quote_end=None)
                | models.Q(
                    quote_start__isnull=False,
                    quote_start__gte=0,
                    quote_end__isnull=False,
                    quote_end__gt=models.F("quote_start"),
                ),
                name="evidence_quote_offsets",
            ),
            models.CheckConstraint(
                condition=models.Q(expression_start=None, expression_end=None)
                | models.Q(
                    expression_start__isnull=False,
                    expression_start__gte=0,
                    expression_end__isnull=False,
                    expression_end__gt=models.F("expression_start"),
                ),
                name="evidence_expression_offsets",
            ),
            models.UniqueConstraint(
                fields=("event", "article", "quote_start", "quote_end"), name="evidence_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.event}"

    @property
    def resolution(self) -> Resolution:
        return Resolution(self.rule, self.anchor, self.direction, self.value)
