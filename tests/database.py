"""The database after a test that commits: as the migrations left it.

Django would empty every table and write the rows of the migrations anew, one by one, which takes
longer than most of the tests; here only the tables that hold something are emptied, and the rows of
the migrations come from copies of their tables.
"""

from django.db import connection, transaction

# Before the names of the copies.
KEPT = "kept_"


def keep() -> None:
    """Copy what the migrations wrote, once, before the first test."""
    with connection.cursor() as cursor:
        for table in _filled():
            cursor.execute(f"CREATE TABLE {KEPT}{table} AS SELECT * FROM {table}")  # noqa: S608


def restore() -> None:
    """Foreign keys are checked when the transaction ends, so that the order does not matter."""
    with transaction.atomic(), connection.cursor() as cursor:
        for table in _filled():
            cursor.execute(f"DELETE FROM {table}")  # noqa: S608
        for copy in connection.introspection.table_names(cursor):
            if copy.startswith(KEPT):
                table = copy.removeprefix(KEPT)
                cursor.execute(f"INSERT INTO {table} SELECT * FROM {copy}")  # noqa: S608


def _filled() -> list[str]:
    """The tables of models that have rows."""
    tables = connection.introspection.django_table_names(only_existing=True, include_views=False)
    asked = [
        f"SELECT '{table}' WHERE EXISTS (SELECT 1 FROM {table})"  # noqa: S608
        for table in tables
    ]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(asked))
        return [table for (table,) in cursor.fetchall()]
