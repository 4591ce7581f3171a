from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("timeline", "0010_former_entities"),
    ]

    operations = [
        migrations.AddField(
            model_name="event",
            name="correction",
            field=models.TextField(
                blank=True,
                help_text="What readers are told of a correction: what was wrong before.",
                max_length=1000,
                verbose_name="public correction note",
            ),
        ),
        migrations.AddField(
            model_name="historicalevent",
            name="correction",
            field=models.TextField(
                blank=True,
                help_text="What readers are told of a correction: what was wrong before.",
                max_length=1000,
                verbose_name="public correction note",
            ),
        ),
    ]
