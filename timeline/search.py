"""Full-text search of events: what is stored of their words, and who is found by a query.

Words are folded and parted here (`timeline.text.tokens`), for what is stored and for what is asked,
so that the full-text engines of SQLite (FTS5) and PostgreSQL (tsvector and GIN), which know nothing
of it, answer alike. The migrations `0003_search` and `0026_tellings` made their indexes.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from django.db import DatabaseError, connection
from django.db.models import Q
from django.db.models.expressions import RawSQL

from timeline.models import EventIndex, TellingIndex, Timeline
from timeline.text import tokens

# Of what is asked: longer than any headline, with more words than tell one event from the others.
MAX_QUERY, MAX_WORDS = 200, 16
# Of what is stored. PostgreSQL keeps no word over 2,046 bytes, and of one word in one event no more
# than 255 places; the third number keeps one event from filling the index.
_WORD_LENGTH, _REPEATS, _WORDS = 100, 255, 10_000
# Stands between the parts of an event, so that no phrase reaches from one into the next. No query
# asks for it, since it is no letter; both engines take it for a word.
_BREAK = "¶"
# Characters of a name, a title or a publisher; what is longer is seldom told of two events.
_REMEMBERED = 300
# Inside a word such a mark quotes nothing: Hebrew writes צה"ל.
_QUOTES = re.compile(r"""(?<!\w)["“”„‟«»]|["“”„‟«»](?!\w)""")

# On SQLite tables, on PostgreSQL indexes.
_INDEXES = tuple(f"{model._meta.db_table}_words" for model in (EventIndex, TellingIndex))


class Phrase(NamedTuple):
    """Words that follow one another; where `prefix` is set, the last may go on."""

    words: Sequence[str]
    prefix: bool


def document(parts: Iterable[str], beside: str = "") -> str:
    """The words of an event as they are stored, from the texts that tell of it; each text once. The
    words of another document follow, where they are found `beside` these."""
    texts = dict.fromkeys(
        _remembered(part) if len(part) <= _REMEMBERED else _words(part) for part in parts
    )
    words = [word for text in texts if text for word in (*text, _BREAK)]
    seen: Counter[str] = Counter()
    return " ".join(_bounded([*words, *beside.split()][:_WORDS], seen))


def _bounded(words: Iterable[str], seen: Counter[str]) -> Iterator[str]:
    """A word that is there too often already is a gap, on both databases."""
    for word in words:
        seen[word] += 1
        yield word if seen[word] <= _REPEATS else _BREAK


def _words(text: str) -> tuple[str, ...]:
    return tuple(word[:_WORD_LENGTH] for word in tokens(text))


# Events that are stored together share their articles and their people.
_remembered = lru_cache(maxsize=4096)(_words)


def phrases(query: str) -> list[Phrase]:
    """What a query asks for: all of these have to be there.

    Words in quotes are a phrase, and so is what is written together: "foo.com", "Covid-19". The
    last word may be the beginning of one, unless its quotes are closed: people type it still.
    """
    pieces = _QUOTES.split(query[:MAX_QUERY])
    groups: list[Sequence[str]] = []
    for at, piece in enumerate(pieces):
        groups += [_words(words) for words in ([piece] if at % 2 else piece.split())]
    found = [Phrase(words, prefix=False) for words in groups if words]
    if found and _words(pieces[-1]):  # after closing quotes nothing is left
        found[-1] = found[-1]._replace(prefix=True)
    return list(_first_words(found))


def _first_words(found: Iterable[Phrase]) -> Iterator[Phrase]:
    room = MAX_WORDS
    for phrase in found:
        if room <= 0:
            return
        yield phrase if len(phrase.words) <= room else Phrase(phrase.words[:room], prefix=False)
        room -= len(phrase.words)


def matching(query: str, path: str = "event") -> Q:
    """The condition that the event at `path` is found by the query; one without a letter or digit
    finds nothing."""
    if not (asked := phrases(query)):
        return Q(pk__in=[])
    return _in(path, _statement("event"), [_native(asked)])


def matching_on(timeline: Timeline, query: str) -> Q:
    """The condition that the event of a membership of the timeline is found by the query, by what
    is said of it there, too."""
    if not (asked := phrases(query)):
        return Q(pk__in=[])
    sql = f"""
        SELECT event_id FROM timeline_telling
        WHERE timeline_id = %s AND id IN ({_statement("telling")})
    """  # noqa: S608  # names of our own
    # One list of ids: of two conditions databases would ask each row.
    both = f"{_statement('event')} UNION ALL {sql}"
    return _in("event", both, [_native(asked), timeline.pk, _native(asked)])


def _in(path: str, sql: str, params: Sequence[Any]) -> Q:
    # Safe: the statements are ours, and the query is their parameter.
    return Q(**{f"{path}__in": RawSQL(sql, params)})  # noqa: S611


def _statement(what: str) -> str:
    """The ids of the events or tellings that a query finds, for the database in use."""
    table = f"timeline_{what}index"
    if connection.vendor == "postgresql":
        return f"SELECT {what}_id FROM {table} WHERE words @@ %s::tsquery"  # noqa: S608
    return f"SELECT rowid FROM {table}_words WHERE {table}_words MATCH %s"  # noqa: S608


def _native(asked: Sequence[Phrase]) -> str:
    """The query in the language of the database in use. Words hold letters, digits and marks only,
    so that nothing in quotes could end them."""
    if connection.vendor == "postgresql":
        return " & ".join(f"({_followed(phrase)})" for phrase in asked)
    return " AND ".join(f'"{" ".join(words)}"{" *" if prefix else ""}' for words, prefix in asked)


def _followed(phrase: Phrase) -> str:
    return " <-> ".join(f"'{word}'" for word in phrase.words) + (":*" if phrase.prefix else "")


def rebuild() -> None:
    """Make the database's own indexes anew from what is stored."""
    with connection.cursor() as cursor:
        for table in _INDEXES:
            if connection.vendor == "postgresql":
                cursor.execute(f"REINDEX INDEX {table}")
            else:
                cursor.execute(f"INSERT INTO {table} ({table}) VALUES ('rebuild')")  # noqa: S608


def is_sound() -> bool:
    """Whether the database's own indexes agree with what is stored. PostgreSQL makes the vector a
    column that follows from the words, and its index is a part of the table."""
    return connection.vendor == "postgresql" or all(map(_agrees, _INDEXES))


def _agrees(table: str) -> bool:
    with connection.cursor() as cursor:
        try:
            # The rank 1 has it compared with the table (FTS5, section 6.4).
            check = f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)"  # noqa: S608
            cursor.execute(check)
        except DatabaseError:
            return False
    return True
