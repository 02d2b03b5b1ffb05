"""Lists of addresses: one a line, ``#`` begins a comment, blank lines count for nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from dragoman.errors import InputError
from dragoman.ingest.decode import decode
from dragoman.ingest.source import Source, failing

_LONGEST = 8_192


def listed_addresses(path: Path, source_of: Callable[[str, str], Source]) -> Iterator[Source]:
    """Yield the source of each address in the list at ``path``, as ``source_of(address, origin)``.

    A line that is no address is yielded as its failure. The list is streamed: it may be long.
    """
    found = False
    try:
        with path.open("rb") as stream:
            number = 0
            while line := stream.readline(_LONGEST + 1):
                number += 1
                whole = len(line) <= _LONGEST
                while not whole and line and not line.endswith(b"\n"):
                    line = stream.readline(_LONGEST)
                source = _source_of(line, whole, f"{path}:{number}", source_of)
                if source is not None:
                    found = True
                    yield source
    except OSError as error:
        yield failing(str(path), error.strerror or type(error).__name__)
        return
    if not found:
        yield failing(str(path), "the list holds no addresses")


def _source_of(
    line: bytes, whole: bool, origin: str, source_of: Callable[[str, str], Source]
) -> Source | None:
    """Return the source of one line; None for a blank one and a comment."""
    if not whole:
        return failing(origin, "the line is too long for an address")
    try:
        text = decode(line).lstrip("\ufeff").strip() if line.strip() else ""
    except InputError as error:
        return failing(origin, type(error)(f"{origin}: {error}"))
    if not text or text.startswith("#"):
        return None
    address = text.split(None, 1)[0]
    if not address.lower().startswith(("http://", "https://")):
        return failing(origin, "the line is no http or https address")
    return source_of(address, origin)
