"""Lists of addresses: against a server on this machine."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner

from dragoman.cli import cli
from dragoman.errors import InputError
from dragoman.ingest import Source, listed, sources
from pdf_writer import column, written

BODY = "The envoy said on Monday that the talks had gone well, and would go on in the spring."
FEED = (
    "<rss version='2.0'><channel><title>The Sample Gazette</title><item><title>Talks</title>"
    "<link>/text</link><description>In short.</description></item></channel></rss>"
)
ANSWERS = {
    "/text": ("text/plain", BODY.encode()),
    "/feed": ("application/rss+xml", FEED.encode()),
    "/pdf": ("application/pdf", written([column([BODY])])),
}


class Handler(BaseHTTPRequestHandler):
    """Answers by path."""

    def log_message(self, format: str, *args: object) -> None:
        """Stay silent."""

    def do_GET(self) -> None:
        """Answer."""
        kind, body = ANSWERS.get(self.path, ("text/plain", b""))
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """A server's address."""
    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{running.server_port}"
    running.shutdown()


def outcomes(found: Iterator[Source]) -> list[str]:
    """Return each source's text, or its error."""
    told = []
    for source in found:
        try:
            told.append(source.article().text)
        except InputError as error:
            assert "\n" not in str(error)
            told.append(f"! {error}")
    return told


def test_lists_are_read_line_by_line(server: str, tmp_path: Path) -> None:
    """Comments and blank lines count for nothing; what is no address is that line's failure."""
    path = tmp_path / "press.urls"
    path.write_text(f"# press\n\n{server}/text  \n/etc/hosts\n{server}/feed\n{server}/pdf\n" + "x" * 9_000)
    told = outcomes(sources(str(path)))
    assert told[0] == told[3] == BODY
    assert "press.urls:4: the line is no http" in told[1]
    assert "is a feed of many articles" in told[2]
    assert "press.urls:7: the line is too long" in told[4]


def test_empty_and_missing_lists(tmp_path: Path) -> None:
    """Each is one line."""
    path = tmp_path / "list.txt"
    path.write_text("# nothing\n")
    assert outcomes(listed(path)) == [f"! {path}: the list holds no addresses"]
    assert outcomes(listed(tmp_path / "none"))[0].startswith("! ")


def test_a_feed_at_an_address_is_read_entry_by_entry(server: str) -> None:
    """Links are taken relative to the feed, and read where an entry only has a summary."""
    (source,) = sources(f"{server}/feed")
    article = source.article()
    assert article.text == BODY and article.title == "Talks" and article.publication == "The Sample Gazette"


def test_the_command_takes_a_list(server: str, tmp_path: Path) -> None:
    """``dragoman read --urls FILE`` needs no other source; without either the command isn't understood."""
    path = tmp_path / "list.txt"
    path.write_text(f"{server}/text\n")
    done = CliRunner().invoke(cli, ["read", "--urls", str(path), "--format", "jsonl"])
    assert done.exit_code == 0 and "talks had gone well" in done.output
    assert CliRunner().invoke(cli, ["read"]).exit_code == 2
