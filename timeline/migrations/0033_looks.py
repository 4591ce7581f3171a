"""What TimelineJS kept of the looks of a timeline and its events, so that it gets them back."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("timeline", "0032_eras"),
    ]

    operations = [
        migrations.AddField(
            model_name="event",
            name="look",
            field=models.JSONField(blank=True, default=dict, editable=False),
        ),
        migrations.AddField(
            model_name="historicalevent",
            name="look",
            field=models.JSONField(blank=True, default=dict, editable=False),
        ),
        migrations.AddField(
            model_name="historicaltimeline",
            name="look",
            field=models.JSONField(blank=True, default=dict, editable=False),
        ),
        migrations.AddField(
            model_name="timeline",
            name="look",
            field=models.JSONField(blank=True, default=dict, editable=False),
        ),
    ]
