"""Categories: what kind of event, with a colour and a shape that stay apart for every reader."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext, gettext_noop
from django.utils.translation import gettext_lazy as _

from timeline.models.history import History

# The categories that the migrations seed: their names are kept in English and translated when
# shown; a name that an editor adds is shown as written.
SEEDED_NAMES = (
    gettext_noop("Politics"),
    gettext_noop("Diplomacy"),
    gettext_noop("Conflict"),
    gettext_noop("Justice"),
    gettext_noop("Disaster"),
    gettext_noop("Economy"),
    gettext_noop("Society"),
)


class Category(models.Model):
    class Shape(models.TextChoices):
        """Marker symbols, by their Plotly names; a sign beside colour for colour-blind readers."""

        CIRCLE = "circle", _("circle")
        SQUARE = "square", _("square")
        DIAMOND = "diamond", _("diamond")
        TRIANGLE = "triangle-up", _("triangle")
        CROSS = "cross", _("cross")
        PENTAGON = "pentagon", _("pentagon")
        STAR = "star", _("star")

    key = models.SlugField(_("key"), max_length=40, unique=True)
    name = models.CharField(_("name"), max_length=80)
    colour = models.CharField(
        _("colour"),
        max_length=7,
        validators=[RegexValidator(r"\A#[0-9a-f]{6}\Z", _("Write a colour as #rrggbb."))],
    )
    shape = models.CharField(_("marker shape"), max_length=12, choices=Shape)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    history = History()

    class Meta:
        verbose_name = _("category")
        verbose_name_plural = _("categories")
        ordering = ("position", "id")

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """The name in the language of whoever looks."""
        return gettext(self.name)
