"""Web archives (WARC, ISO 28500), packed or not: each page or text that was answered is an article.

Records are read one after another: never more than one is in memory, and of each at most what an
article may be. Pictures, scripts, redirects and errors (any status but 200) are passed over.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from dragoman.errors import InputError, NotText, TooLarge
from dragoman.ingest.facts import Facts
from dragoman.ingest.fetch import shown
from dragoman.ingest.limits import SourceOptions
from dragoman.ingest.reading import article_of_bytes
from dragoman.ingest.source import Source, failing

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_TEXTS = ("text/html", "application/xhtml+xml", "text/plain", "text/markdown", "application/pdf")
_CHUNK_SIZE = re.compile(rb"([0-9a-fA-F]{1,8})[^\r\n]{0,200}\r?\n")


def warc_sources(stream: BinaryIO, origin: str, options: SourceOptions) -> Iterator[Source]:
    """Yield a source for each page or text of an archive; what is broken is yielded as its failure.

    After a record whose end cannot be found nothing more can be read: the last source says so.
    """
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    wanted = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    number, found = 0, False
    try:
        for record in ArchiveIterator(stream, record_types=wanted):
            number += 1
            if record.content_length > options.sizes.warc_record_bytes:
                most = options.sizes.warc_record_bytes / 1e9
                yield failing(
                    f"{origin}:{number}",
                    TooLarge(
                        f"{origin}:{number}: a record claims more than {most:g} GB; the rest is not read"
                    ),
                )
                return
            source = _source_of(record, f"{origin}:{number}", options)
            if source is not None:
                found = True
                yield source
    except (OSError, ValueError, EOFError) as error:
        reason = " ".join(str(error).split())[:100] or type(error).__name__
        yield failing(
            f"{origin}:{number + 1}", f"the archive is broken here ({reason}); the rest is not read"
        )
        return
    if not number:
        yield failing(origin, "the archive holds no answers, only requests or notes")
    elif not found:
        yield failing(origin, "the archive holds no page and no text: what was answered is something else")


def _source_of(record: WarcRecord, origin: str, options: SourceOptions) -> Source | None:
    """Return the source of one record; None for what is no page and no text."""
    http = record.http_headers if record.is_http else None
    if record.is_http and (http is None or http.status_code is None):
        return failing(origin, NotText(f"{origin}: the record is cut off in its head"))
    if http is not None and http.status_code != 200:
        return None
    declared = (http or record.headers).get("Content-Type") or ""
    if declared.split(";")[0].strip().lower() not in _TEXTS:
        return None
    most = options.sizes.text_bytes
    data = record.reader.read(most + 1)
    try:
        if len(data) > most:
            raise TooLarge(f"the record is larger than {most / 1e6:g} MB")
        if len(data) < record.content_length:
            raise NotText(f"the record is cut off after {len(data)} of {record.content_length} bytes")
        if http is not None:
            data = _unpacked(
                data, http.get("Transfer-Encoding") or "", http.get("Content-Encoding") or "", most
            )
    except InputError as error:
        return failing(origin, type(error)(f"{origin}: {error}"))
    url = (record.headers.get("WARC-Target-URI") or "").strip("<> ") or None
    facts = Facts(url=url, origin=f"{origin} ({shown(url)})" if url else origin)
    return Source(
        origin,
        lambda: article_of_bytes(
            data, None, declared, facts, options.verbatim, options.any_language, options.sizes
        ),
    )


def _unpacked(data: bytes, transfer: str, encoding: str, most: int) -> bytes:
    """Undo the answer's encodings. Crawlers often store a body unpacked under its old header: as it is."""
    if "chunked" in transfer.lower() and _CHUNK_SIZE.match(data):
        data = _joined(data)
    encoding = encoding.strip().lower()
    if encoding in ("", "identity", "none"):
        return data
    if encoding in ("gzip", "x-gzip") and not data.startswith(b"\x1f\x8b"):
        return data
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise NotText(f"the record is packed by {encoding[:20]}, which is not read")
    unpack = zlib.decompressobj(47)
    try:
        body = unpack.decompress(data, most + 1)
    except zlib.error:
        if encoding == "deflate":
            return data
        raise NotText("the record's packed body is broken") from None
    if len(body) > most:
        raise TooLarge(f"the record unpacks to more than {most / 1e6:g} MB")
    if not unpack.eof:
        raise NotText("the record's packed body is cut off")
    return body


def _joined(data: bytes) -> bytes:
    """Join the chunks of a body (RFC 9112, 7.1)."""
    parts: list[bytes] = []
    position = 0
    while size := _CHUNK_SIZE.match(data, position):
        length = int(size[1], 16)
        if length == 0:
            return b"".join(parts)
        parts.append(data[size.end() : size.end() + length])
        position = size.end() + length
        position += 2 if data[position : position + 2] == b"\r\n" else 1
    raise NotText("the record's chunks break off")
