"""What every answer carries, and what no request gets past: nothing runs but the desk's own files."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = "; ".join(
    (
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:",
        "connect-src 'self'", "font-src 'self'", "form-action 'self'", "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)  # fmt: skip
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
LARGEST = 2_000_000
"""Bytes of a request's body; an article is read up to this size."""


class Guard:
    """Lets requests for the desk's own names through, writes only from its own pages, and adds HEADERS."""

    def __init__(self, app: ASGIApp, hosts: Sequence[str]) -> None:
        self.app = app
        self.hosts = frozenset(hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        wrong = self._wrong(scope)

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        if wrong is None:
            await self.app(scope, receive, sent)
        else:
            status, told = wrong
            body = {"error": {"status": status, "message": told, "path": scope["path"]}}
            await JSONResponse(body, status)(scope, receive, sent)

    def _wrong(self, scope: Scope) -> tuple[int, str] | None:
        """Return the status and the reason for which a request is turned away, or None."""
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if "*" not in self.hosts and _name(host) not in self.hosts:
            return 400, "this desk doesn't answer to that host name; start it with --host to allow one"
        if scope["method"] in ("GET", "HEAD", "OPTIONS"):
            return None
        origin = headers.get("origin")
        if origin is not None and urlsplit(origin).netloc != host:
            return 403, "only the desk's own pages may change something"
        if not headers.get("content-type", "").startswith("application/json"):
            return 415, "send JSON, with Content-Type: application/json"
        size = headers.get("content-length", "")
        if not size.isdigit():
            return 411, "say how long the body is (Content-Length)"
        return (413, f"more than {LARGEST:,} bytes") if int(size) > LARGEST else None


def _name(host: str) -> str:
    """Return a Host header without its port."""
    return host[: host.index("]") + 1] if host.startswith("[") and "]" in host else host.split(":")[0]
