"""What reaches into a window is picked from an index alone, whatever categories are chosen."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("timeline", "0030_events_of_entities"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="timelineevent",
            name="membership_overlap",
        ),
        migrations.AddIndex(
            model_name="timelineevent",
            index=models.Index(
                condition=models.Q(("visible", True)),
                fields=[
                    "timeline",
                    "reach",
                    "first_day",
                    "last_day",
                    "category",
                    "prominence",
                    "event",
                    "sort_day",
                ],
                name="membership_overlap",
            ),
        ),
    ]
