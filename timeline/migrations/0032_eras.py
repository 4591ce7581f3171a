"""Eras: named stretches of time behind the chart of a timeline."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("timeline", "0031_what_reaches_into_a_window"),
    ]

    operations = [
        migrations.AddField(
            model_name="historicaltimeline",
            name="eras",
            field=models.TextField(
                blank=True,
                help_text="Bands with a name behind the chart, one to a line, its date first: 1914-1918: The Great War",
                max_length=7800,
                verbose_name="eras",
            ),
        ),
        migrations.AddField(
            model_name="timeline",
            name="eras",
            field=models.TextField(
                blank=True,
                help_text="Bands with a name behind the chart, one to a line, its date first: 1914-1918: The Great War",
                max_length=7800,
                verbose_name="eras",
            ),
        ),
    ]
