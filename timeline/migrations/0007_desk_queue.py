"""What the desk keeps of an article: how much waits, how sure that is, what is told without a date."""

from django.db import migrations, models
from django.db.models import Avg, Count


def fill(apps, schema_editor):
    """As `timeline.services.review.mark_article` counts."""
    alias = schema_editor.connection.alias
    article, event, evidence = (
        apps.get_model("timeline", name).objects.using(alias)
        for name in ("Article", "Event", "Evidence")
    )
    for pk in article.filter(status="extracted").values_list("pk", flat=True):
        told = evidence.filter(article=pk).values("event")
        waiting = event.filter(pk__in=told, status="suggested")
        said = waiting.aggregate(waiting=Count("pk"), certainty=Avg("confidence"))
        article.filter(pk=pk).update(**said)


class Migration(migrations.Migration):
    dependencies = [("timeline", "0006_lanes_by_source")]

    operations = [
        migrations.AddField(
            "article",
            "certainty",
            models.FloatField(editable=False, null=True, verbose_name="certainty"),
        ),
        migrations.AddField("article", "undated", models.JSONField(default=list, editable=False)),
        migrations.AddField(
            "article",
            "waiting",
            models.PositiveIntegerField(default=0, editable=False, verbose_name="waiting"),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.AddIndex(
            "article",
            models.Index(fields=["status", "created_at", "id"], name="article_queue"),
        ),
    ]
