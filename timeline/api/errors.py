"""Errors as JSON: one sentence that says what would be accepted."""

import math
from typing import Any

from django.http import Http404
from rest_framework import exceptions
from rest_framework.response import Response
from rest_framework.views import exception_handler

NOT_FOUND = "There is no such thing that readers may see; /api/v1/ leads to what there is."
ONLY_READ = "The API is only read: use GET or HEAD."
ONLY_JSON = "Only “application/json” is spoken here: leave the header Accept out, or name it there."


class BadRequestError(exceptions.APIException):
    """400; the detail is the sentence."""

    status_code = 400


def answer_to(error: Exception, context: dict[str, Any]) -> Response | None:
    """The answer to an error; None for one that is none of the request's, which Django tells."""
    response = exception_handler(error, context)
    if response is not None:
        response.data = {"error": _sentence(error)}
    return response


def _sentence(error: Exception) -> str:
    match error:
        case Http404():
            return NOT_FOUND
        case exceptions.MethodNotAllowed():
            return ONLY_READ
        case exceptions.NotAcceptable():
            return ONLY_JSON
        case exceptions.Throttled():
            return f"Too many requests: wait {_seconds(error.wait)} before the next one."
        case _:
            return str(getattr(error, "detail", error))


def _seconds(wait: float | None) -> str:
    number = max(1, math.ceil(wait or 1))
    return f"{number} second{'' if number == 1 else 's'}"
