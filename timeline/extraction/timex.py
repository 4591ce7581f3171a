"""A TIMEX3 tagger on standard input and output.

Reads JSON lines {"id", "text", "dct", "lang"}, of which `dct` (the document creation time,
YYYY-MM-DD) and `lang` may be empty; writes for each {"id", "timexes": [[start, end, type,
value], ...]} and at last {"busy_s": CPU seconds without start-up}.
"""

import datetime
import json
import sys
import time
from collections.abc import Iterator

from timeline.extraction.expressions import Expression, find, grammar_of
from timeline.text import normalise

Row = tuple[int, int, str, str]


def main() -> None:
    """Answer every line of standard input."""
    busy = 0.0
    for line in sys.stdin:
        if not line.strip():
            continue
        record = json.loads(line)
        grammar_of(record.get("lang") or "en")  # loading a grammar is start-up
        started = time.process_time()
        rows = list(timexes(record["text"], record.get("dct") or "", record.get("lang") or ""))
        busy += time.process_time() - started
        print(json.dumps({"id": record["id"], "timexes": rows}, ensure_ascii=False))  # noqa: T201
    print(json.dumps({"busy_s": round(busy, 6)}))  # noqa: T201


def timexes(text: str, dct: str, language: str = "") -> Iterator[Row]:
    """The expressions of a text as TIMEX3 writes them: a range is its two ends."""
    published = datetime.date.fromisoformat(dct[:10]) if dct else None
    found = find(normalise(text), published=published, language=language, as_annotated=True)
    for expression in found:
        for part in expression.ends or (expression,):
            yield _row(part)


def _row(expression: Expression) -> Row:
    return expression.start, expression.end, expression.kind, expression.value


if __name__ == "__main__":
    main()
