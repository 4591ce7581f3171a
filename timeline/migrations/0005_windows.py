"""What finds the events of a window quickly: how long they last, how prominent they are, and indexes
of what readers see alone."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Case, F, Q, Value, When

VISIBLE = Q(visible=True)
INDEXES = {
    "membership_order": ("timeline", "sort_day", "event"),
    "membership_overlap": ("timeline", "reach", "first_day", "last_day"),
    "membership_end": ("timeline", "last_day"),
    "membership_prominence": ("timeline", "-prominence", "first_day", "last_day"),
}


def fill(apps, schema_editor):
    """As `timeline.models.ranking` has it: `reach` and `prominence`."""
    members = apps.get_model("timeline", "TimelineEvent").objects.using(
        schema_editor.connection.alias
    )
    members.update(
        reach=Case(
            *(
                When(last_day__lt=F("first_day") + days, then=Value(number))
                for number, days in enumerate((1, 31, 366))
            ),
            default=Value(3),
        ),
        prominence=F("importance") * 65536 + F("event_id") * 40503 % 65536,
    )


class Migration(migrations.Migration):
    dependencies = [("timeline", "0004_merges")]

    operations = [
        migrations.AddField(
            "timelineevent",
            "reach",
            models.PositiveSmallIntegerField(default=0),
            preserve_default=False,
        ),
        migrations.AddField(
            "timelineevent", "prominence", models.IntegerField(default=0), preserve_default=False
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.RemoveIndex("timelineevent", "membership_order"),
        migrations.RemoveIndex("timelineevent", "membership_interval"),
        *(
            migrations.AddIndex(
                "timelineevent", models.Index(fields=fields, condition=VISIBLE, name=name)
            )
            for name, fields in INDEXES.items()
        ),
        migrations.AlterField(
            "timelineevent",
            "timeline",
            models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="memberships",
                to="timeline.timeline",
            ),
        ),
    ]
