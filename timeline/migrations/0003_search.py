"""What events are found by, and beside it the full-text index of the database in use.

Both indexes are given words that are folded and parted already (`timeline.search`), and neither
folds or parts them again: that is what makes them answer alike.
"""

import django.db.models.deletion
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

# The tokenizer "ascii" parts words at ASCII characters only, so at our spaces. The words are stored
# once, in the table itself, and triggers keep the index in step with every write.
SQLITE = (
    """
    CREATE VIRTUAL TABLE timeline_eventindex_words USING fts5(
        tokens, content='timeline_eventindex', content_rowid='event_id',
        tokenize='ascii', prefix='1 2 3', columnsize=0
    )
    """,
    """
    CREATE TRIGGER timeline_eventindex_inserted AFTER INSERT ON timeline_eventindex BEGIN
        INSERT INTO timeline_eventindex_words (rowid, tokens) VALUES (new.event_id, new.tokens);
    END
    """,
    """
    CREATE TRIGGER timeline_eventindex_deleted AFTER DELETE ON timeline_eventindex BEGIN
        INSERT INTO timeline_eventindex_words (timeline_eventindex_words, rowid, tokens)
        VALUES ('delete', old.event_id, old.tokens);
    END
    """,
    """
    CREATE TRIGGER timeline_eventindex_updated AFTER UPDATE ON timeline_eventindex BEGIN
        INSERT INTO timeline_eventindex_words (timeline_eventindex_words, rowid, tokens)
        VALUES ('delete', old.event_id, old.tokens);
        INSERT INTO timeline_eventindex_words (rowid, tokens) VALUES (new.event_id, new.tokens);
    END
    """,
)
SQLITE_BACK = (
    "DROP TRIGGER timeline_eventindex_inserted",
    "DROP TRIGGER timeline_eventindex_deleted",
    "DROP TRIGGER timeline_eventindex_updated",
    "DROP TABLE timeline_eventindex_words",
)
# The vector is written out rather than made by to_tsvector('simple'), whose parser goes by the
# locale of the server and drops what that does not call a letter. 16383 is the last position that
# a vector can hold.
POSTGRESQL = (
    """
    CREATE FUNCTION timeline_words(tokens text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT coalesce(
            string_agg('''' || word || ''':' || least(position, 16383), ' '), ''
        )::tsvector
        FROM unnest(string_to_array(tokens, ' ')) WITH ORDINALITY AS words (word, position)
        WHERE word <> ''
    $$
    """,
    """
    ALTER TABLE timeline_eventindex
    ADD COLUMN words tsvector GENERATED ALWAYS AS (timeline_words(tokens)) STORED
    """,
    "CREATE INDEX timeline_eventindex_words ON timeline_eventindex USING gin (words)",
)
POSTGRESQL_BACK = (
    "DROP INDEX timeline_eventindex_words",
    "ALTER TABLE timeline_eventindex DROP COLUMN words",
    "DROP FUNCTION timeline_words(text)",
)


def make(apps: object, editor: BaseDatabaseSchemaEditor) -> None:
    for statement in {"sqlite": SQLITE, "postgresql": POSTGRESQL}[editor.connection.vendor]:
        editor.execute(statement, params=None)


def take_away(apps: object, editor: BaseDatabaseSchemaEditor) -> None:
    back = {"sqlite": SQLITE_BACK, "postgresql": POSTGRESQL_BACK}
    for statement in back[editor.connection.vendor]:
        editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("timeline", "0002_categories")]

    operations = [
        migrations.CreateModel(
            name="EventIndex",
            fields=[
                (
                    "event",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="index",
                        serialize=False,
                        to="timeline.event",
                    ),
                ),
                ("tokens", models.TextField()),
                ("precision", models.PositiveSmallIntegerField()),
            ],
            options={
                "verbose_name": "index of an event",
                "verbose_name_plural": "index of events",
            },
        ),
        migrations.RunPython(make, take_away),
    ]
