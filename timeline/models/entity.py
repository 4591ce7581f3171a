"""Entities: the people, organisations and places that events name, in every language."""

from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from timeline.models.article import LANGUAGE_TAG_LENGTH
from timeline.models.history import History
from timeline.models.version import Version

NAME_LENGTH = 300
# What Wikidata calls an item.
_ITEM = r"\AQ[1-9][0-9]*\Z"
_ITEM_TOLD = _("A Wikidata id is a Q and a number, such as Q42.")


class Entity(models.Model):
    class Kind(models.TextChoices):
        PERSON = "person", _("person")
        ORGANISATION = "organisation", _("organisation")
        PLACE = "place", _("place")

    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    name = models.CharField(_("name"), max_length=NAME_LENGTH)
    wikidata = models.CharField(
        _("Wikidata id"), max_length=20, blank=True, validators=[RegexValidator(_ITEM, _ITEM_TOLD)]
    )
    latitude = models.FloatField(
        _("latitude"),
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
    )
    longitude = models.FloatField(
        _("longitude"),
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
    )

    history = History(bases=[Version])

    class Meta:
        verbose_name = _("person, organisation or place")
        verbose_name_plural = _("people, organisations and places")
        ordering = ("name", "id")
        constraints = (
            models.CheckConstraint(condition=~models.Q(name=""), name="entity_has_name"),
            models.UniqueConstraint(
                fields=("wikidata",), condition=~models.Q(wikidata=""), name="entity_wikidata_once"
            ),
            models.CheckConstraint(
                condition=models.Q(latitude=None, longitude=None)
                | models.Q(
                    latitude__isnull=False,
                    latitude__range=(-90, 90),
                    longitude__isnull=False,
                    longitude__range=(-180, 180),
                ),
                name="entity_coordinates_on_earth",
            ),
        )

    def __str__(self) -> str:
        return self.name


class EntityName(models.Model):
    """A name or alias of an entity in one language; `folded` is what names are compared by."""

    entity = models.ForeignKey(Entity, on_delete=models.CASCADE, related_name="names")
    name = models.CharField(_("name"), max_length=NAME_LENGTH)
    language = models.CharField(_("language"), max_length=LANGUAGE_TAG_LENGTH, blank=True)
    # Folding can lengthen a text; names differ by their first NAME_LENGTH folded characters.
    folded = models.CharField(max_length=NAME_LENGTH, editable=False)

    class Meta:
        verbose_name = _("name")
        verbose_name_plural = _("names")
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(
                fields=("entity", "language", "folded"), name="name_once_per_entity"
            ),
        )
        indexes = (models.Index(fields=("folded",), name="entity_name_folded"),)

    def __str__(self) -> str:
        return self.name


class FormerEntity(models.Model):
    """An entity that went into another one; its address leads to its heir."""

    former = models.BigIntegerField(primary_key=True)
    heir = models.ForeignKey(Entity, on_delete=models.CASCADE, related_name="former")

    class Meta:
        # Written by merging alone, which asks for rights of its own.
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.heir)
