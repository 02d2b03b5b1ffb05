"""Fetching: against a real server on this machine that hangs, drips, circles and floods."""

import contextlib
import gzip
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from dragoman.errors import FetchFailed
from dragoman.ingest import FetchLimits, SourceOptions, fetch, sources

PAGE = (
    "<html><head><title>Talks end well</title></head><body><article><h1>Talks end well</h1>"
    + "<p>The envoy said on Monday that the talks had gone well, and would go on in the spring.</p>" * 3
    + "</article></body></html>"
)
BOMB = gzip.compress(bytes(5_000_000), 1)
QUICK = FetchLimits(total_seconds=1.5, silence_seconds=0.5, body_bytes=200_000, redirects=4)


class Handler(BaseHTTPRequestHandler):
    """Answers each path in its own bad way."""

    def log_message(self, format: str, *args: object) -> None:
        """Stay silent."""

    def _answer(self, body: bytes, content_type: str = "text/html; charset=utf-8", **headers: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", content_type)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def _redirect(self, target: str) -> None:
        self.send_response(302)
        self.send_header("Location", target)
        self.end_headers()

    def _drip(self, body: bytes) -> None:
        for byte in body:
            self.wfile.write(bytes([byte]))
            time.sleep(0.1)

    def do_GET(self) -> None:
        """Answer by path."""
        with contextlib.suppress(OSError):
            self._route(self.path)

    def _route(self, path: str) -> None:
        if path == "/page":
            self._answer(PAGE.encode())
        elif path == "/gzip":
            self._answer(gzip.compress(PAGE.encode()), Content_Encoding="gzip")
        elif path == "/bomb":
            self._answer(BOMB, Content_Encoding="gzip")
        elif path == "/huge":
            for _ in range(100):
                self._answer(b"a" * 65_536) if _ == 0 else self.wfile.write(b"a" * 65_536)
        elif path == "/hang":
            time.sleep(2)
        elif path == "/drip":
            self._answer(b"")
            self._drip(b"a" * 100)
        elif path == "/drip-head":
            self._drip(b"HTTP/1.0 200 OK\r\nX: " + b"a" * 100)
        elif path == "/circle":
            self._redirect("/circle2")
        elif path == "/circle2":
            self._redirect("/circle")
        elif path.startswith("/far"):
            self._redirect(f"/far{int(path[4:] or 0) + 1}")
        elif path == "/once":
            self._redirect("page")
        elif path == "/file":
            self._redirect("file:///etc/hostname")
        elif path == "/image":
            self._answer(b"\x89PNG", "image/png")
        elif path == "/brotli":
            self._answer(b"x", Content_Encoding="br")
        else:
            self.send_error(404, "Not Found")


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """Run the server for these tests."""
    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    running.daemon_threads = True
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{running.server_address[1]}"
    running.shutdown()


@pytest.mark.parametrize("path", ["/page", "/gzip", "/once"])
def test_pages_are_fetched(server: str, path: str) -> None:
    """A page comes as it is, unpacked, and by a redirect with its final address."""
    body, content_type, final = fetch(server + path, QUICK)
    assert body.decode() == PAGE
    assert content_type == "text/html; charset=utf-8"
    assert final == server + ("/page" if path == "/once" else path)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/hang", "silent for 0.5 seconds"),
        ("/drip", "did not finish within 1.5 seconds|silent"),
        ("/drip-head", "did not finish within 1.5 seconds|silent"),
        ("/circle", "redirects in a circle"),
        ("/far", "redirects more than 4 times"),
        ("/file", "no http or https address"),
        ("/huge", "more than 0.2 MB"),
        ("/bomb", "more than 0.2 MB"),
        ("/image", "answered with image/png"),
        ("/brotli", "encoding br"),
        ("/nothing", "answered 404"),
    ],
)
def test_bad_answers_are_refused_in_bounded_time(server: str, path: str, words: str) -> None:
    """Whatever the server does, one line comes back within the bound."""
    start = time.monotonic()
    with pytest.raises(FetchFailed, match=words) as caught:
        fetch(server + path, QUICK)
    assert time.monotonic() - start < 8
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("ftp://example.org/a", "no http"),
        ("file:///etc/hostname", "no http"),
        ("http://", "no http"),
        ("http://jane:secret@127.0.0.1/", "user name or password"),
        ("http://127.0.0.1:1/", "could not be reached"),
        ("http://127.0.0.1:x/", "no address"),
        ("http://[::1/", "no address"),
        ("http://127.0.0.1:1/a\r\nb", "could"),
    ],
)
def test_bad_addresses_are_refused(url: str, words: str) -> None:
    """An address that is none, or that carries a secret, is refused, and the secret not repeated."""
    with pytest.raises(FetchFailed, match=words) as caught:
        fetch(url, QUICK)
    assert "secret" not in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_url_is_a_source(server: str) -> None:
    """A URL gives its article, with the address it came from."""
    (source,) = sources(server + "/once", SourceOptions(fetch=QUICK))
    article = source.article()
    assert article.title == "Talks end well"
    assert article.url == server + "/page"
