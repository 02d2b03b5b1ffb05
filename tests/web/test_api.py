"""The API by its own description: whatever is asked, it neither fails nor answers in another shape."""

from __future__ import annotations

import csv
import io
import shutil
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import load_all_checks
from sqlalchemy import create_engine
from starlette.testclient import TestClient
from tests.web.conftest import ADDRESSES

from dragoman.store import Store, open_store
from dragoman.web import create_app

load_all_checks()
EXAMPLES = 8
CHECKS = [
    schemathesis.checks.CHECKS.get_one(name)
    for name in ("not_a_server_error", "response_schema_conformance", "content_type_conformance",
                 "status_code_conformance")
]  # fmt: skip


OPERATIONS = [
    f"{method.upper()} {path}"
    for path, operations in create_app(Store(create_engine("sqlite://"))).openapi()["paths"].items()
    for method in operations
]


@pytest.fixture(scope="module")
def described(press_store: Store, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The description of a desk over a copy of the store, which tests may write in."""
    path = tmp_path_factory.mktemp("api") / "own.sqlite"
    with press_store.reading() as connection:
        connection.exec_driver_sql("ROLLBACK")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copy(str(press_store.engine.url.database), path)
    return schemathesis.openapi.from_asgi("/openapi.json", create_app(open_store(str(path)), ("*",)))


@pytest.mark.parametrize("operation", OPERATIONS)
def test_every_endpoint_answers_as_described(operation: str, described: Any) -> None:
    """Whatever the description allows, there is no failure of the server, and no answer of another shape."""
    method, path = operation.split()

    @given(case=described[path][method].as_strategy())
    @settings(
        max_examples=2 if path == "/read" else EXAMPLES,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        derandomize=True,
    )
    def asked(case: schemathesis.Case) -> None:
        case.call_and_validate(checks=CHECKS, timeout=90)

    asked()


@pytest.mark.parametrize("path", ADDRESSES)
def test_every_view_has_its_twins(path: str, desk: TestClient, places: dict[str, str]) -> None:
    """The page links to a JSON and a CSV twin that carry its filters, and both answer."""
    address, _, query = places[path].partition("?")
    page = desk.get(places[path])
    assert page.status_code == 200, page.text[:300]
    base = "/today" if address == "/" else address
    for kind in ("json", "csv"):
        twin = f"{base}.{kind}" + (f"?{query}" if query else "")
        assert f'href="{twin.replace("&", "&amp;")}"' in page.text
        answer = desk.get(twin)
        assert answer.status_code == 200, answer.text[:300]
        assert answer.json() if kind == "json" else next(csv.reader(io.StringIO(answer.text)))


def test_the_description_names_every_view_and_error(desk: TestClient) -> None:
    """Each view's twins stand in it, with a summary and the shape of errors; pages for eyes do not."""
    paths = desk.get("/openapi.json").json()["paths"]
    for path in ADDRESSES:
        base = "/today" if path == "/" else path.replace(":path", "")
        assert {f"{base}.json", f"{base}.csv"} <= paths.keys() and "get" not in paths.get(base, {})
        told = paths[f"{base}.json"]["get"]
        assert told["summary"] and "404" in told["responses"]
