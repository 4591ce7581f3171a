"""Lanes by who takes part, not by person: organisations have lanes, too."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("timeline", "0033_looks"),
    ]

    operations = [
        migrations.AlterField(
            model_name="historicaltimeline",
            name="lanes",
            field=models.CharField(
                choices=[
                    ("category", "by category"),
                    ("person", "by who takes part"),
                    ("place", "by place"),
                    ("source", "by source"),
                    ("one", "one lane"),
                ],
                default="category",
                max_length=10,
                verbose_name="lanes",
            ),
        ),
        migrations.AlterField(
            model_name="timeline",
            name="lanes",
            field=models.CharField(
                choices=[
                    ("category", "by category"),
                    ("person", "by who takes part"),
                    ("place", "by place"),
                    ("source", "by source"),
                    ("one", "one lane"),
                ],
                default="category",
                max_length=10,
                verbose_name="lanes",
            ),
        ),
    ]
