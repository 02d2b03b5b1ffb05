"""Readings that `dragoman read --format jsonl` made: known by how they begin, read back line by line."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from dragoman.errors import DragomanError, InputError
from dragoman.records import SCHEMA, Reading

_HEAD = re.compile(rb'(\xef\xbb\xbf)?\s*\{\s*"schema"\s*:\s*"dragoman\.reading/')
_LINE = 64 * 1024 * 1024
"""A line longer than this many bytes is no reading of an article."""


def holds_readings(argument: str) -> bool:
    """Say whether a source (a path, or ``-`` for standard input) begins as readings do, using nothing up."""
    if argument == "-":
        peek = getattr(sys.stdin.buffer, "peek", None)
        return bool(peek and _HEAD.match(peek(256)))
    path = Path(argument)
    try:
        if not path.is_file():
            return False
        with path.open("rb") as stream:
            return bool(_HEAD.match(stream.read(256)))
    except (OSError, ValueError):
        return False


def made_readings(argument: str) -> Iterator[tuple[str, Reading | DragomanError]]:
    """Yield each line's place (``readings.jsonl:17``) with its reading, or with what is wrong with it."""
    if argument == "-":
        yield from _lines("standard input", sys.stdin.buffer)
        return
    try:
        with Path(argument).open("rb") as stream:
            yield from _lines(argument, stream)
    except OSError as error:
        yield argument, InputError(f"{argument}: {error.strerror}")


def _lines(name: str, stream: BinaryIO) -> Iterator[tuple[str, Reading | DragomanError]]:
    number = 0
    while line := stream.readline(_LINE + 1):
        number += 1
        place = f"{name}:{number}"
        if len(line) > _LINE:
            yield place, InputError(f"{place}: the line is too long for a reading")
            return
        if line.strip():
            yield place, _reading(place, line)


def _reading(place: str, line: bytes) -> Reading | DragomanError:
    from dragoman.show.jsonl import reading_from_dict

    try:
        data = json.loads(line.decode("utf-8-sig"))
        if data["schema"] != SCHEMA:
            return InputError(f"{place}: made to {data['schema']}, and this version reads {SCHEMA}")
        return reading_from_dict(data)
    except Exception:  # whatever its shape, it is not what we wrote
        return InputError(f"{place}: no reading in the shape of {SCHEMA}")
