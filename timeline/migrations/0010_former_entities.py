import django.core.validators
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("timeline", "0009_groups"),
    ]

    operations = [
        migrations.AlterField(
            model_name="entity",
            name="latitude",
            field=models.FloatField(
                blank=True,
                null=True,
                validators=[
                    django.core.validators.MinValueValidator(-90),
                    django.core.validators.MaxValueValidator(90),
                ],
                verbose_name="latitude",
            ),
        ),
        migrations.AlterField(
            model_name="entity",
            name="longitude",
            field=models.FloatField(
                blank=True,
                null=True,
                validators=[
                    django.core.validators.MinValueValidator(-180),
                    django.core.validators.MaxValueValidator(180),
                ],
                verbose_name="longitude",
            ),
        ),
        migrations.AlterField(
            model_name="entity",
            name="wikidata",
            field=models.CharField(
                blank=True,
                max_length=20,
                validators=[
                    django.core.validators.RegexValidator(
                        "\\AQ[1-9][0-9]*\\Z", "A Wikidata id is a Q and a number, such as Q42."
                    )
                ],
                verbose_name="Wikidata id",
            ),
        ),
        migrations.AlterField(
            model_name="historicalentity",
            name="latitude",
            field=models.FloatField(
                blank=True,
                null=True,
                validators=[
                    django.core.validators.MinValueValidator(-90),
                    django.core.validators.MaxValueValidator(90),
                ],
                verbose_name="latitude",
            ),
        ),
        migrations.AlterField(
            model_name="historicalentity",
            name="longitude",
            field=models.FloatField(
                blank=True,
                null=True,
                validators=[
                    django.core.validators.MinValueValidator(-180),
                    django.core.validators.MaxValueValidator(180),
                ],
                verbose_name="longitude",
            ),
        ),
        migrations.AlterField(
            model_name="historicalentity",
            name="wikidata",
            field=models.CharField(
                blank=True,
                max_length=20,
                validators=[
                    django.core.validators.RegexValidator(
                        "\\AQ[1-9][0-9]*\\Z", "A Wikidata id is a Q and a number, such as Q42."
                    )
                ],
                verbose_name="Wikidata id",
            ),
        ),
        migrations.CreateModel(
            name="FormerEntity",
            fields=[
                ("former", models.BigIntegerField(primary_key=True, serialize=False)),
                (
                    "heir",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="former",
                        to="timeline.entity",
                    ),
                ),
            ],
            options={
                "default_permissions": (),
            },
        ),
    ]
