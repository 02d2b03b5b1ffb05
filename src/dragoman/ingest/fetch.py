"""Fetches one URL within bounds: time in all, silence, bytes after unpacking, redirects."""

from __future__ import annotations

import http.client
import re
import socket
import ssl
import threading
import time
import zlib
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from dragoman.errors import FetchFailed
from dragoman.ingest.limits import FetchLimits

_TYPES = re.compile(
    r"(?:text/(?:html|plain|markdown|xml)|application/(?:(?:xhtml|rss|atom|rdf)\+xml|xml|pdf))\b"
)
_ACCEPTED = "text/html, text/plain;q=0.9, application/rss+xml, application/atom+xml, application/pdf;q=0.5"
_REDIRECTS = (301, 302, 303, 307, 308)
_CHUNK = 65_536
_ADVICE = "save the page and read the file"


@dataclass(slots=True)
class _Job:
    """One fetch on its own thread: what it has open, and what came of it."""

    deadline: float
    connection: http.client.HTTPConnection | None = None
    result: tuple[bytes, str, str] | None = None
    failure: FetchFailed | None = None
    unforeseen: Exception | None = field(default=None)


def fetch(url: str, limits: FetchLimits | None = None) -> tuple[bytes, str, str]:
    """Return a URL's body, its content type and its final address.

    Raises FetchFailed with one line that says what happened and what can be done. The whole fetch,
    name look-up included, runs on a thread of its own, so that a server that drips bytes cannot hold
    the caller past ``limits.total_seconds``.
    """
    limits = limits or FetchLimits()
    job = _Job(time.monotonic() + limits.total_seconds)
    thread = threading.Thread(target=_run, args=(job, url, limits), daemon=True)
    thread.start()
    thread.join(limits.total_seconds)
    if thread.is_alive():
        _abandon(job)
        raise FetchFailed(f"{shown(url)} did not finish within {limits.total_seconds:g} seconds: {_ADVICE}")
    if job.unforeseen:
        raise job.unforeseen
    if job.failure or job.result is None:
        raise job.failure or FetchFailed(f"{shown(url)} gave nothing: {_ADVICE}")
    return job.result


def shown(url: str) -> str:
    """Return a URL as messages show it: without a password, a query or a length that fills the screen."""
    bare = re.sub(r"^([a-zA-Z][\w+.-]*://)[^/@]*@", r"\1", url)
    bare = re.sub(r"[?#].*$", "", bare, flags=re.S)
    return "".join(c for c in bare if c.isprintable())[:120]


def _abandon(job: _Job) -> None:
    """Close the socket under a fetch that took too long, so that its thread ends."""
    sock = getattr(job.connection, "sock", None)
    if sock is not None:
        try:
            sock.shutdown(socket.SHUT_RDWR)
            sock.close()
        except OSError:
            pass


def _run(job: _Job, url: str, limits: FetchLimits) -> None:
    """Follow redirects to the body; leave the outcome in ``job``."""
    try:
        job.result = _follow(job, url, limits)
    except FetchFailed as failure:
        job.failure = failure
    except TimeoutError:
        job.failure = FetchFailed(
            f"{shown(url)} was silent for {limits.silence_seconds:g} seconds: {_ADVICE}"
        )
    except ssl.SSLError as error:
        reason = getattr(error, "verify_message", "") or error.reason or "TLS error"
        job.failure = FetchFailed(f"{shown(url)} has no trustworthy certificate ({reason}): {_ADVICE}")
    except (OSError, http.client.HTTPException, zlib.error, UnicodeError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        job.failure = FetchFailed(
            f"{shown(url)} could not be reached ({reason}): check the address, or {_ADVICE}"
        )
    except Exception as error:  # handed to the caller's thread: a defect must not vanish
        job.unforeseen = error


def _follow(job: _Job, url: str, limits: FetchLimits) -> tuple[bytes, str, str]:
    """Request ``url`` and what it redirects to, up to the body."""
    seen: set[str] = set()
    for _ in range(limits.redirects + 1):
        seen.add(url)
        response = _request(job, url, limits)
        if response.status in _REDIRECTS and response.getheader("Location"):
            target = urljoin(url, response.getheader("Location") or "")
            _close(job)
            if target in seen:
                raise FetchFailed(f"{shown(url)} redirects in a circle: open it in a browser, or {_ADVICE}")
            url = target
            continue
        try:
            return _answer(response, url, limits, job)
        finally:
            _close(job)
    raise FetchFailed(f"{shown(url)} redirects more than {limits.redirects} times: {_ADVICE}")


def _request(job: _Job, url: str, limits: FetchLimits) -> http.client.HTTPResponse:
    """Open a connection and send one GET; nothing but the address and our name goes out."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        raise FetchFailed(f"{shown(url)} is no address that can be read") from None
    if parts.scheme not in ("http", "https") or not host:
        raise FetchFailed(f"{shown(url)} is no http or https address")
    if parts.username is not None or parts.password is not None:
        raise FetchFailed(f"{shown(url)} carries a user name or password, which is never sent: take it out")
    timeout = min(limits.silence_seconds, max(job.deadline - time.monotonic(), 0.1))
    if parts.scheme == "https":
        job.connection = http.client.HTTPSConnection(
            host, port, timeout=timeout, context=ssl.create_default_context()
        )
    else:
        job.connection = http.client.HTTPConnection(host, port, timeout=timeout)
    path = re.sub(r"[^\x21-\x7e]", lambda m: "".join(f"%{b:02X}" for b in m[0].encode("utf-8", "replace")),
                  (parts.path or "/") + (f"?{parts.query}" if parts.query else ""))  # fmt: skip
    headers = {"User-Agent": "dragoman", "Accept": _ACCEPTED, "Accept-Encoding": "gzip"}
    job.connection.request("GET", path, headers=headers)
    return job.connection.getresponse()


def _answer(
    response: http.client.HTTPResponse, url: str, limits: FetchLimits, job: _Job
) -> tuple[bytes, str, str]:
    """Check status and type, read the body within its bound."""
    if response.status != 200:
        raise FetchFailed(f"{shown(url)} answered {response.status} {response.reason}: check the address")
    content_type = (response.getheader("Content-Type") or "").strip().lower()
    if content_type and not _TYPES.match(content_type):
        kind = content_type.split(";")[0][:60]
        raise FetchFailed(f"{shown(url)} answered with {kind}, not with a page or a text")
    return _body(response, url, limits, job), content_type, url


def _body(response: http.client.HTTPResponse, url: str, limits: FetchLimits, job: _Job) -> bytes:
    """Read and unpack the body chunk by chunk; stop as soon as it is too large."""
    encoding = (response.getheader("Content-Encoding") or "identity").strip().lower()
    if encoding not in ("identity", "gzip", "x-gzip", "deflate"):
        raise FetchFailed(f"{shown(url)} answered in the encoding {encoding[:20]}, which was not asked for")
    unpack = None if encoding == "identity" else zlib.decompressobj(47)
    body = bytearray()
    while chunk := response.read1(_CHUNK):
        room = limits.body_bytes + 1 - len(body)
        body += unpack.decompress(chunk, room) if unpack else chunk[:room]
        if len(body) > limits.body_bytes:
            most = limits.body_bytes / 1e6
            raise FetchFailed(
                f"{shown(url)} answered with more than {most:g} MB: save the article's text and read that"
            )
        if time.monotonic() > job.deadline:
            raise TimeoutError
    return bytes(body)


def _close(job: _Job) -> None:
    """Close the connection that is open."""
    if job.connection is not None:
        job.connection.close()
