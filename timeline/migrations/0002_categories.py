"""The seven categories that extraction knows.

The colours were chosen together: each has a contrast of at least 3:1 (WCAG 2.2, 1.4.11) on white and
on the dark scheme's #14171c, and any two stay at least 0.1 apart in OKLab, as they are and as readers
with protanopia, deuteranopia and tritanopia see them (Machado, Oliveira and Fernandes 2009).
`tests/models/test_category.py` measures both. Names are msgids of `timeline.models.category`.
"""

from django.db import migrations

CATEGORIES = (
    ("politics", "Politics", "#4859ff", "circle"),
    ("diplomacy", "Diplomacy", "#1ea391", "diamond"),
    ("conflict", "Conflict", "#e00041", "cross"),
    ("justice", "Justice", "#a37dd8", "square"),
    ("disaster", "Disaster", "#d47f0c", "triangle-up"),
    ("economy", "Economy", "#097518", "pentagon"),
    ("society", "Society", "#a54091", "star"),
)


def seed(apps, schema_editor):
    categories = apps.get_model("timeline", "Category").objects.using(
        schema_editor.connection.alias
    )
    for position, (key, name, colour, shape) in enumerate(CATEGORIES, start=1):
        categories.get_or_create(
            key=key,
            defaults={"name": name, "colour": colour, "shape": shape, "position": position},
        )


def unseed(apps, schema_editor):
    """Only the way back to an empty database: events keep no category that is gone."""
    alias = schema_editor.connection.alias
    keys = [key for key, *_ in CATEGORIES]
    for model in ("Event", "TimelineEvent"):
        apps.get_model("timeline", model).objects.using(alias).filter(
            category__key__in=keys
        ).update(category=None)
    apps.get_model("timeline", "TimelineCount").objects.using(alias).all().delete()
    apps.get_model("timeline", "Category").objects.using(alias).filter(key__in=keys).delete()


class Migration(migrations.Migration):
    dependencies = [("timeline", "0001_the_domain")]

    operations = [migrations.RunPython(seed, unseed, elidable=False)]
