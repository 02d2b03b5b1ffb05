"""Web archives: answers as articles, one at a time, and what is broken in them."""

import gzip
import time
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

from dragoman.errors import InputError
from dragoman.ingest import SizeLimits, Source, SourceOptions, sources
from dragoman.ingest.warc import warc_sources

BODY = "The envoy said on Monday that the talks had gone well, and would go on in the spring."
PAGE = (
    "<html><head><title>Talks end well</title></head><body><article><h1>Talks end well</h1>"
    + f"<p>{BODY}</p>" * 3
    + "</article></body></html>"
).encode()


def record(
    body: bytes = PAGE,
    content_type: str = "text/html; charset=utf-8",
    status: str = "200 OK",
    headers: str = "",
    url: str = "http://gazette.example/talks?day=1",
    kind: str = "response",
) -> bytes:
    """Write one record by hand."""
    answer = f"HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\n{headers}\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2015-11-24T00:00:00Z\r\n"
        f"Content-Type: application/http; msgtype={kind}\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def outcomes(found: Iterator[Source]) -> list[str]:
    """Return each source's title or text, or its error."""
    told = []
    for source in found:
        try:
            article = source.article()
            told.append(article.title or article.text)
        except InputError as error:
            assert "\n" not in str(error) and str(error).startswith(source.origin)
            told.append(f"! {error}")
    return told


def read(data: bytes, **limits: int) -> list[str]:
    """Return the outcomes of an archive."""
    return outcomes(warc_sources(BytesIO(data), "a.warc", SourceOptions(sizes=SizeLimits(**limits))))


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gzip"])
def test_answers_are_articles(tmp_path: Path, pack: type[bytes]) -> None:
    """Pages and texts are read, packed or not, whatever the file is called; the rest is passed over."""
    records = [
        record(kind="request"),
        record(),
        record(b"\x89PNG", "image/png"),
        record(b"gone", status="404 Not Found"),
        record(b"", status="301 Moved", headers="Location: /x\r\n"),
        record(BODY.encode(), "text/plain"),
    ]
    path = tmp_path / "crawl.bin"
    path.write_bytes(b"".join(pack(one) for one in records))
    found = list(sources(str(path)))
    assert outcomes(iter(found)) == ["Talks end well", BODY]
    article = found[0].article()
    assert article.url == "http://gazette.example/talks?day=1"
    assert article.origin is not None and article.origin.startswith(f"{path}:1 (http://gazette.example")


def test_encodings_of_answers() -> None:
    """Bodies packed or in chunks are read, and bodies stored unpacked under their old header."""
    chunked = b"%x\r\n%s\r\n%x\r\n%s\r\n0\r\n\r\n" % (50, PAGE[:50], len(PAGE) - 50, PAGE[50:])
    packed = gzip.compress(PAGE)
    zipped, cut = "Content-Encoding: gzip\r\n", "Transfer-Encoding: chunked\r\n"
    assert (
        read(
            record(packed, headers=zipped)
            + record(chunked, headers=cut)
            + record(PAGE, headers=zipped)
            + record(PAGE, headers=cut)
            + record(b"%x\r\n%s\r\n0\r\n\r\n" % (len(packed), packed), headers=zipped + cut)
        )
        == ["Talks end well"] * 5
    )


def test_bad_records_are_listed_and_the_next_read() -> None:
    """A broken body, an unknown packing and a page without text are this record's trouble alone."""
    zipped = "Content-Encoding: gzip\r\n"
    told = read(
        record(gzip.compress(PAGE)[:60], headers=zipped)
        + record(gzip.compress(PAGE)[:40] + b"\xff" * 40, headers=zipped)
        + record(b"abc", headers="Content-Encoding: zstd\r\n")
        + record(b"5\r\nab", headers="Transfer-Encoding: chunked\r\n")
        + record(b"<html></html>")
        + record()
    )
    assert len(told) == 6 and told[5] == "Talks end well"
    assert all(text.startswith(f"! a.warc:{i}: ") for i, text in enumerate(told[:5], 1))
    assert "cut off" in told[0] and "zstd" in told[2] and "break off" in told[3]


def test_truncated_archives() -> None:
    """What is whole is read; the record that breaks off is named."""
    data = record() + record()
    for cut in (30, 300, len(PAGE) + 200):
        told = read(data[:-cut])
        assert told[0] == "Talks end well" and len(told) <= 2
        assert all(text.startswith("! a.warc:2: ") for text in told[1:])
    assert "cut off" in read(data[:-30])[1]
    told = read((gzip.compress(record()) * 2)[:-60])
    assert told[0] == "Talks end well" and told[1].startswith("! ")


def test_garbage_ends_the_archive_with_a_word() -> None:
    """Where no record begins, the last source says so."""
    told = read(record() + b"garbage\r\n" * 20 + record())
    assert told[0] == "Talks end well" and told[1].startswith("! a.warc:2: the archive is broken here")
    assert read(record(kind="request"))[0].startswith("! a.warc: the archive holds no answers")


def test_an_archive_without_pages_says_so() -> None:
    """Answers that are no page and no text leave one line, not silence; beside a page they leave none."""
    picture = record(b"GIF89a", content_type="image/gif")
    (told,) = read(picture)
    assert told.startswith("! a.warc: the archive holds no page and no text")
    assert read(picture + record()) == ["Talks end well"]


def test_bombs_take_bounded_time_and_memory() -> None:
    """Bodies and records that unpack to far more than an article are refused, and the next one read."""
    zeros = gzip.compress(bytes(300_000_000), 1)
    start = time.monotonic()
    told = read(record(zeros, headers="Content-Encoding: gzip\r\n") + record())
    assert "unpacks to more than 20 MB" in told[0] and told[1] == "Talks end well"
    told = read(gzip.compress(record(bytes(100_000_000)), 1) + gzip.compress(record()))
    assert "larger than 20 MB" in told[0] and told[1] == "Talks end well"
    told = read(gzip.compress(b"WARC/1.0\r\nX: " + b"a" * 100_000_000, 1))
    assert len(told) == 1 and told[0].startswith("! ")
    told = read(record(bytes(2_000)), warc_record_bytes=1_000)
    assert "the rest is not read" in told[0]
    assert time.monotonic() - start < 20
