"""What picks the foremost events of some days from an index alone, and those of a category."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("timeline", "0007_desk_queue"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="timelineevent",
            name="membership_prominence",
        ),
        migrations.AddIndex(
            model_name="timelineevent",
            index=models.Index(
                condition=models.Q(("visible", True)),
                fields=["timeline", "category", "sort_day"],
                name="membership_category",
            ),
        ),
        migrations.AddIndex(
            model_name="timelineevent",
            index=models.Index(
                condition=models.Q(("visible", True)),
                fields=[
                    "timeline",
                    "-prominence",
                    "event",
                    "sort_day",
                    "reach",
                    "first_day",
                    "last_day",
                    "category",
                ],
                name="membership_prominence",
            ),
        ),
    ]
