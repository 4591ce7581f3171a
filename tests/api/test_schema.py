"""The OpenAPI document says what is answered."""

from typing import Any

import jsonschema
import pytest

from timeline.urls import API

HARBOUR = "/api/v1/timelines/the-harbour-its-keepers/"


def _document(client) -> Any:
    return client.get("/api/v1/schema/").json()


def test_every_address_is_in_the_document(client, db):
    paths = _document(client)["paths"]
    assert len(paths) == len(API) - 2  # the document itself and what is nowhere
    assert all(operation.keys() == {"get"} for operation in paths.values())


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("/api/v1/", "/api/v1/"),
        ("/api/v1/timelines/", "/api/v1/timelines/"),
        (HARBOUR, "/api/v1/timelines/{slug}/"),
        (f"{HARBOUR}events/", "/api/v1/timelines/{slug}/events/"),
        (f"{HARBOUR}sources/", "/api/v1/timelines/{slug}/sources/"),
        ("/api/v1/entities/", "/api/v1/entities/"),
        (f"{HARBOUR}events/?limit=0", "/api/v1/timelines/{slug}/events/"),
        ("/api/v1/events/0/", "/api/v1/events/{id}/"),
    ],
)
def test_an_answer_has_the_shape_that_the_document_gives_it(client, harbour, address, path):
    document, answer = _document(client), client.get(address)
    told = document["paths"][path]["get"]["responses"][str(answer.status_code)]
    shape = told["content"]["application/json"]["schema"]
    schema = {**shape, "components": document["components"]}
    jsonschema.validate(answer.json(), _with_null(schema))


def _with_null(schema: Any) -> Any:
    """OpenAPI 3.0 says `nullable` where JSON Schema has another schema beside."""
    if isinstance(schema, list):
        return [_with_null(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    told = {name: _with_null(value) for name, value in schema.items() if name != "nullable"}
    return {"anyOf": [told, {"type": "null"}]} if schema.get("nullable") else told


def test_every_filter_is_in_the_document(client, db):
    told = _document(client)["paths"]["/api/v1/timelines/{slug}/events/"]["get"]["parameters"]
    names = {parameter["name"] for parameter in told}
    assert names >= {"q", "category", "person", "place", "source", "since", "until", "precision"}
