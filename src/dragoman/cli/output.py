"""Where output goes: a file written whole or not at all, progress, and the list of failures."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, TextIO

import click

from dragoman.errors import DragomanError

if TYPE_CHECKING:
    from rich.progress import Progress as Bar


@contextmanager
def opened(output: Path | None) -> Iterator[TextIO]:
    """Open the output: standard output, or a file that appears only once it is complete."""
    if output is None:
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(encoding="utf-8", errors="replace")
        yield sys.stdout
        return
    partial = output.with_name(f".{output.name}.partial")
    try:
        stream = partial.open("w", encoding="utf-8", errors="replace", newline="\n")
    except OSError as error:
        raise click.ClickException(f"cannot write {output}: {error.strerror}") from None
    try:
        with stream:
            yield stream
        os.replace(partial, output)
    finally:
        partial.unlink(missing_ok=True)


class Failures:
    """What could not be read, in the order it was tried."""

    def __init__(self) -> None:
        self._found: list[tuple[str, str, str]] = []

    def __bool__(self) -> bool:
        return bool(self._found)

    def add(self, origin: str, error: Exception) -> None:
        """Note one failure; what is not ours to raise is named by its kind, since it is a defect of ours."""
        message = " ".join(str(error).split()) or type(error).__name__
        if not isinstance(error, DragomanError):
            message = f"unexpected {type(error).__name__}: {message} (please report it; --debug shows where)"
        message = message.removeprefix(f"{origin}: ")
        self._found.append((origin, type(error).__name__, message))

    def report(self) -> None:
        """Print one line a failure on standard error."""
        for origin, _, message in self._found:
            click.echo(f"dragoman: {origin}: {message}", err=True)

    def write(self, path: Path) -> None:
        """Write one JSON line a failure: origin, error, message."""
        with opened(path) as stream:
            for origin, kind, message in self._found:
                line = {"origin": origin, "error": kind, "message": message}
                stream.write(json.dumps(line, ensure_ascii=False) + "\n")

    def conclude(self, path: Path | None, quiet: bool) -> None:
        """Write the list where asked to, report it unless ``quiet``; exit with code 1 if it isn't empty."""
        if path is not None:
            self.write(path)
        if not quiet:
            self.report()
        if self:
            raise SystemExit(1)


class Progress:
    """A bar with rate and time left on standard error, where that is a terminal and work is long."""

    def __init__(self, arguments: tuple[str, ...], quiet: bool, total: int | None = None) -> None:
        """Count the articles ahead in the arguments, where no ``total`` is known."""
        self._bar: Bar | None = None
        if not quiet and sys.stderr.isatty():
            total = counted(arguments) if total is None else total
            if total is None or total > 3:
                self._bar = _bar(total)

    def __enter__(self) -> Progress:
        if self._bar is not None:
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def step(self, origin: str) -> None:
        """Say that one more article is done."""
        if self._bar is not None:
            self._bar.advance(self._bar.task_ids[0])


def _bar(total: int | None) -> Bar:
    from rich import progress
    from rich.console import Console

    class Rate(progress.ProgressColumn):
        """Articles a second."""

        def render(self, task: progress.Task) -> str:
            return f"{task.speed:.1f}/s" if task.speed else ""

    columns = ("reading", progress.BarColumn(), progress.MofNCompleteColumn(), Rate())
    bar = progress.Progress(
        *columns, progress.TimeRemainingColumn(), console=Console(stderr=True), transient=True
    )
    bar.add_task("reading", total=total)
    return bar


def counted(arguments: tuple[str, ...]) -> int | None:
    """Count the articles ahead where that is cheap: files and folders; None where it isn't (rows, URLs)."""
    total = 0
    for argument in arguments:
        path = Path(argument)
        if path.is_dir():
            total += sum(1 for file in path.rglob("*") if file.is_file())
        elif path.suffix.lower() in (".jsonl", ".ndjson", ".csv", ".tsv") or argument == "-":
            return None
        else:
            total += 1
    return total
