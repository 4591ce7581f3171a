"""Versions of categories, and of what belongs to entities, timelines and tellings."""

import django.core.validators
import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.contrib.auth.management import create_permissions
from django.db import migrations, models
from django.utils import timezone


def first_versions(apps, schema_editor):
    """Each category as it is, for later versions to be compared with."""
    alias, now = schema_editor.connection.alias, timezone.now()
    kept = apps.get_model("timeline", "HistoricalCategory").objects.using(alias)
    names = ("id", "key", "name", "colour", "shape", "position")
    stored = apps.get_model("timeline", "Category").objects.using(alias).values(*names)
    kept.bulk_create(kept.model(history_date=now, history_type="+", **row) for row in stored)


def let_groups_compare(apps, schema_editor):
    """Who may do everything here may see the versions of categories too. Django makes permissions
    only after all migrations: here they are needed now."""
    alias = schema_editor.connection.alias
    app = apps.get_app_config("timeline")
    # Without one, as the apps of a migration are, it would be passed over.
    module, app.models_module = getattr(app, "models_module", None), True
    create_permissions(app, apps=apps, verbosity=0, using=alias)
    app.models_module = module
    known = apps.get_model("auth", "Permission").objects.using(alias)
    ours = known.filter(content_type__app_label="timeline", content_type__model=_VERSIONS)
    for group in apps.get_model("auth", "Group").objects.using(alias).filter(name__in=_ALL):
        group.permissions.add(*ours)


_VERSIONS, _ALL = "historicalcategory", ("Chief editor", "Administrator")


class Migration(migrations.Migration):
    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("timeline", "0027_ties"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="historicalentity",
            name="told",
            field=models.JSONField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name="historicaltelling",
            name="told",
            field=models.JSONField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name="historicaltimeline",
            name="told",
            field=models.JSONField(editable=False, null=True),
        ),
        migrations.AlterField(
            model_name="deleted",
            name="kind",
            field=models.CharField(
                choices=[
                    ("article", "article"),
                    ("event", "event"),
                    ("timeline", "timeline"),
                    ("entity", "person, organisation or place"),
                    ("category", "category"),
                ],
                max_length=10,
                verbose_name="kind",
            ),
        ),
        migrations.CreateModel(
            name="HistoricalCategory",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("key", models.SlugField(max_length=40, verbose_name="key")),
                ("name", models.CharField(max_length=80, verbose_name="name")),
                (
                    "colour",
                    models.CharField(
                        max_length=7,
                        validators=[
                            django.core.validators.RegexValidator(
                                "\\A#[0-9a-f]{6}\\Z", "Write a colour as #rrggbb."
                            )
                        ],
                        verbose_name="colour",
                    ),
                ),
                (
                    "shape",
                    models.CharField(
                        choices=[
                            ("circle", "circle"),
                            ("square", "square"),
                            ("diamond", "diamond"),
                            ("triangle-up", "triangle"),
                            ("cross", "cross"),
                            ("pentagon", "pentagon"),
                            ("star", "star"),
                        ],
                        max_length=12,
                        verbose_name="marker shape",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical category",
                "verbose_name_plural": "historical categories",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.RunPython(first_versions, migrations.RunPython.noop),
        migrations.RunPython(let_groups_compare, migrations.RunPython.noop),
    ]
