"""What holds of the whole desk: its answers' headers, its errors' one shape, who may ask it, its twins."""

from __future__ import annotations

import csv
import hashlib
import io
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dragoman.web.pages import VIEWS
from dragoman.web.security import HEADERS

VENDOR = Path(__file__).parents[2] / "src" / "dragoman" / "web" / "static" / "vendor"
PLAIN = [view.path for view in VIEWS if "{" not in view.path]


@pytest.mark.parametrize("path", PLAIN)
def test_every_view_has_three_forms(path: str, desk: TestClient) -> None:
    """A page in HTML, and the same as JSON and as CSV with a head line."""
    base = "/today" if path == "/" else path
    page = desk.get(path)
    assert page.status_code == 200 and page.headers["content-type"].startswith("text/html")
    assert desk.get(f"{base}.json").json().keys()
    assert next(csv.reader(io.StringIO(desk.get(f"{base}.csv").text)))
    assert f'href="{base}.json"' in page.text


@pytest.mark.parametrize("path", PLAIN)
def test_an_empty_store_has_pages_too(path: str, empty_desk: TestClient) -> None:
    """Nothing in the store is no error."""
    assert empty_desk.get(path).status_code == 200


@pytest.mark.parametrize("path", ["/", "/search.json", "/static/desk.css", "/nowhere", "/search?page=0"])
def test_every_answer_carries_the_strict_headers(path: str, desk: TestClient) -> None:
    """Pages, data, files and errors alike: no script but the desk's own, no frame, no sniffing."""
    headers = desk.get(path).headers
    assert all(headers[name] == value for name, value in HEADERS.items())
    assert "unsafe" not in headers["content-security-policy"]


@pytest.mark.parametrize(
    ("path", "status"),
    [("/nowhere.json", 404), ("/search.json?page=0", 422), ("/search.json?by=Nobody%20At%20All", 404)],
)
def test_errors_have_one_shape(path: str, status: int, desk: TestClient) -> None:
    """Status, one line, path; a browser gets a page that says the same."""
    answer = desk.get(path)
    assert answer.status_code == status
    assert answer.json()["error"].keys() == {"status", "message", "path"}
    page = desk.get(path.replace(".json", ""), headers={"Accept": "text/html"})
    assert page.status_code == status and "<h1>" in page.text


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Host": "rebound.example"}, 400),
        ({"Origin": "https://elsewhere.example", "Content-Type": "application/json"}, 403),
        ({"Content-Type": "text/plain"}, 415),
        ({"Content-Type": "application/json", "Content-Length": "99999999"}, 413),
    ],
)
def test_only_the_desks_own_pages_may_write(headers: dict[str, str], status: int, desk: TestClient) -> None:
    """Foreign hosts, foreign pages, forms and oversized bodies are turned away before anything is done."""
    answer = desk.post("/search", content=b"{}", headers=headers)
    assert (answer.status_code, answer.json()["error"]["status"]) == (status, status)


def test_vendored_files_are_as_published() -> None:
    """Each file of others has its line with project, version and terms, and the digest that it says."""
    lines = (VENDOR / "vendored.tsv").read_text(encoding="utf-8").splitlines()
    told = {line.split("\t")[0]: line.split("\t")[-1] for line in lines if not line.startswith("#")}
    there = {path.name for path in VENDOR.iterdir()} - {"vendored.tsv", "LICENSES.txt"}
    assert there == told.keys()
    for name, digest in told.items():
        assert hashlib.sha256((VENDOR / name).read_bytes()).hexdigest() == digest


def test_pages_ask_nothing_of_anybody_else(desk: TestClient) -> None:
    """No address outside the desk stands in what a page loads."""
    for path in PLAIN:
        page = desk.get(path).text
        assert 'src="http' not in page and "//cdn" not in page and "<style" not in page
