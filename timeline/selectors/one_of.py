"""The condition that a number is one of many, as one parameter: a statement with a parameter for
each takes as long to be written and parsed as to be answered."""

import json
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db.models import F, Lookup


class _OneOf(Lookup[Any]):
    prepare_rhs = False

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        return self._sql(compiler, connection, "IN (SELECT value FROM json_each(%s))", json.dumps)

    def as_postgresql(self, compiler: Any, connection: Any) -> Any:
        return self._sql(compiler, connection, "= ANY(%s)", list)

    def _sql(self, compiler: Any, connection: Any, condition: str, parameter: Any) -> Any:
        if not self.rhs:
            raise EmptyResultSet
        field, params = self.process_lhs(compiler, connection)
        return f"{field} {condition}", [*params, parameter(self.rhs)]


def one_of(field: str, numbers: Iterable[int]) -> Any:
    """The condition that a field, or the id that it refers by, is one of the numbers."""
    return _OneOf(F(field), list(set(numbers)))
