"""Groups for those who work at the desk, each with all that the one before may do.

A group that somebody has made under one of these names already is left as it is. Names are kept in
English: they are the administrator's to change.
"""

from django.contrib.auth.management import create_permissions
from django.db import migrations

CONTRIBUTOR = {
    "article": "view add",
    "event": "view add change",
    "eventmedia": "view add change delete",
    "evidence": "view",
    "category": "view",
    "entity": "view",
    "entityname": "view",
    "timeline": "view",
}
EDITOR = {
    "article": "change",
    "articleaddress": "view add change delete",
    "event": "publish",
    "evidence": "add change delete",
    "entity": "add change",
    "entityname": "add change delete",
    "timeline": "add change",
    "run": "view",
}
GROUPS = ("Contributor", "Editor", "Chief editor", "Administrator")


def make_groups(apps, schema_editor):
    alias = schema_editor.connection.alias
    groups = apps.get_model("auth", "Group").objects.using(alias)
    for name, permissions in zip(GROUPS, _permissions(apps, alias), strict=True):
        group, is_new = groups.get_or_create(name=name)
        if is_new:
            group.permissions.set(permissions)


def _permissions(apps, alias):
    """Those of each of `GROUPS`. Django makes permissions only after all migrations: here they are
    needed now."""
    for label in ("timeline", "auth"):
        app = apps.get_app_config(label)
        # Without one, as the apps of a migration are, it would be passed over.
        module, app.models_module = getattr(app, "models_module", None), True
        create_permissions(app, apps=apps, verbosity=0, using=alias)
        app.models_module = module
    known = apps.get_model("auth", "Permission").objects.using(alias)
    ours = known.filter(content_type__app_label="timeline")
    contributor = _codenames(CONTRIBUTOR)
    return (
        ours.filter(codename__in=contributor),
        ours.filter(codename__in=contributor + _codenames(EDITOR)),
        ours,
        known.filter(content_type__app_label__in=("timeline", "auth")),
    )


def _codenames(table):
    return [f"{verb}_{model}" for model, verbs in table.items() for verb in verbs.split()]


def remove_groups(apps, schema_editor):
    """A group that somebody is in stays: who is in which was decided by hand."""
    groups = apps.get_model("auth", "Group").objects.using(schema_editor.connection.alias)
    groups.filter(name__in=GROUPS, user=None).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("timeline", "0008_picks"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="event",
            options={
                "ordering": ("sort_day", "date", "id"),
                "permissions": (("publish_event", "Can accept, reject, merge and publish events"),),
                "verbose_name": "event",
                "verbose_name_plural": "events",
            },
        ),
        migrations.RunPython(make_groups, remove_groups, elidable=False),
    ]
