"""Feeds, for the groups of those who work at the desk: all may see them, editors keep them."""

import django.db.models.deletion
from django.contrib.auth.management import create_permissions
from django.db import migrations, models

VIEW, KEEP, ALL = ["view"], ["view", "add", "change"], ["view", "add", "change", "delete"]
VERBS = {"Contributor": VIEW, "Editor": KEEP, "Chief editor": ALL, "Administrator": ALL}


def let_groups_follow(apps, schema_editor):
    """Django makes permissions only after all migrations: here they are needed now."""
    alias = schema_editor.connection.alias
    app = apps.get_app_config("timeline")
    # Without one, as the apps of a migration are, it would be passed over.
    module, app.models_module = getattr(app, "models_module", None), True
    create_permissions(app, apps=apps, verbosity=0, using=alias)
    app.models_module = module
    known = apps.get_model("auth", "Permission").objects.using(alias)
    for group in apps.get_model("auth", "Group").objects.using(alias).filter(name__in=VERBS):
        names = [f"{verb}_feed" for verb in VERBS[group.name]]
        group.permissions.add(*known.filter(content_type__app_label="timeline", codename__in=names))


class Migration(migrations.Migration):
    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("timeline", "0013_bulk_work"),
    ]

    operations = [
        migrations.CreateModel(
            name="Feed",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("url", models.URLField(max_length=2000, unique=True, verbose_name="address")),
                ("title", models.CharField(blank=True, max_length=300, verbose_name="title")),
                (
                    "active",
                    models.BooleanField(
                        default=True,
                        help_text="Its new articles come in by themselves.",
                        verbose_name="followed",
                    ),
                ),
                (
                    "fetched_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="last fetched"),
                ),
                ("etag", models.CharField(blank=True, editable=False, max_length=300)),
                ("modified", models.CharField(blank=True, editable=False, max_length=100)),
                (
                    "error",
                    models.TextField(blank=True, editable=False, verbose_name="what is wrong"),
                ),
                (
                    "timeline",
                    models.ForeignKey(
                        blank=True,
                        help_text="Where the events of its articles wait for review.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        to="timeline.timeline",
                        verbose_name="timeline",
                    ),
                ),
            ],
            options={
                "verbose_name": "feed",
                "verbose_name_plural": "feeds",
                "ordering": ("title", "id"),
            },
        ),
        migrations.CreateModel(
            name="FeedEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sha256", models.CharField(max_length=64)),
                ("url", models.URLField(max_length=2000, verbose_name="address")),
                ("title", models.CharField(blank=True, max_length=500, verbose_name="title")),
                ("seen_at", models.DateTimeField(auto_now=True, verbose_name="seen")),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("error", models.TextField(blank=True, verbose_name="what is wrong")),
                (
                    "article",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        to="timeline.article",
                        verbose_name="article",
                    ),
                ),
                (
                    "feed",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="entries",
                        to="timeline.feed",
                    ),
                ),
            ],
            options={
                "verbose_name": "entry",
                "verbose_name_plural": "entries",
                "ordering": ("-id",),
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(fields=("feed", "sha256"), name="entry_once_per_feed")
                ],
            },
        ),
        migrations.RunPython(let_groups_follow, migrations.RunPython.noop, elidable=False),
    ]
