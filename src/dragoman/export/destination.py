"""Where an export goes: a file, or a folder or archive of files, there whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from dragoman.errors import DestinationError

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The one date of everything in an archive, so that the same input gives the same bytes."""

DESCRIPTION = "datapackage.json"
"""The file by which a folder shows that it is an earlier export, and may be replaced."""


@contextmanager
def text_file(path: Path) -> Iterator[TextIO]:
    """Open a text file, UTF-8, line ends as written, that takes its name only once it is complete.

    A lone surrogate, which no file can hold, becomes one question mark, so that offsets stay.
    """
    with (
        whole_file(path) as partial,
        partial.open("w", encoding="utf-8", errors="replace", newline="") as out,
    ):
        yield out


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Give the name of a partial file beside ``path``, and rename it once all is written."""
    if path.is_dir():
        raise DestinationError(f"{path} is a folder: name a file")
    partial = path.with_name(f".{path.name}.partial")
    try:
        yield partial
        os.replace(partial, path)
    except OSError as error:
        raise DestinationError(f"cannot write {path}: {error.strerror or error}") from None
    finally:
        partial.unlink(missing_ok=True)


@contextmanager
def folder(path: Path) -> Iterator[Path]:
    """Give a folder to write files into; they become ``path``, or an archive where it ends in ``.zip``.

    A folder that is there already is replaced where it is empty or an earlier export, never otherwise.
    """
    zipped = path.suffix.lower() == ".zip"
    if not zipped:
        _check_replaceable(path)
    try:
        made = Path(tempfile.mkdtemp(prefix=f".{path.name}.", dir=path.absolute().parent))
    except OSError as error:
        raise DestinationError(f"cannot write {path}: {error.strerror}") from None
    try:
        made.chmod(0o755)
        yield made
        if zipped:
            with whole_file(path) as partial:
                _pack(made, partial)
        else:
            if path.exists():
                shutil.rmtree(path)
            os.replace(made, path)
    except OSError as error:
        raise DestinationError(f"cannot write {path}: {error.strerror or error}") from None
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _check_replaceable(path: Path) -> None:
    if path.is_dir():
        if any(path.iterdir()) and not (path / DESCRIPTION).is_file():
            raise DestinationError(f"{path} holds other files: name a new folder, or a .zip")
    elif path.exists():
        raise DestinationError(f"{path} is a file: name a new folder, or a .zip")


def _pack(made: Path, archive: Path) -> None:
    """Pack a folder's files in the order of their names, with one fixed date."""
    with zipfile.ZipFile(archive, "w") as packed:
        for file in sorted(made.iterdir()):
            entry = zipfile.ZipInfo(file.name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            with file.open("rb") as source, packed.open(entry, "w", force_zip64=True) as target:
                shutil.copyfileobj(source, target)
