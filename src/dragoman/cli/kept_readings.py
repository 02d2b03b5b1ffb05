"""Exports out of a store: one that is there, or one that what was read is laid into for the while."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.export import writer

if TYPE_CHECKING:
    from dragoman.records import Reading
    from dragoman.store import Store
    from dragoman.store.exporting import Chosen

COUNTS_ACTS = ("dyads",)
"""Formats that count an act once, however many articles tell of it: they need all articles side by side."""


def write_kept(
    store: Store, form: str, output: Path, chosen: Chosen, step: Callable[[str], None] = lambda origin: None
) -> None:
    """Write a format from the articles of a store that are chosen; ``step`` is told of each one."""
    from dragoman.store.exporting import act_notes, readings_that

    with store.reading() as connection, store.reading() as beside:

        def readings() -> Iterator[Reading]:
            for reading in readings_that(connection, chosen):
                yield reading
                step(reading.article.origin or "")

        if form in COUNTS_ACTS:
            from dragoman.export import dyads

            dyads.write(readings(), output, lambda text: act_notes(beside, text))
        else:
            writer(form)(readings(), output)


@contextmanager
def laid_aside(readings: Iterable[Reading]) -> Iterator[Store]:
    """Give a store that holds the readings, with copies and shared events found; it goes at the end."""
    from dragoman.layering import Layers
    from dragoman.store import open_store

    with (
        tempfile.TemporaryDirectory(prefix="dragoman-export-") as folder,
        open_store(str(Path(folder, "readings.sqlite")), create=True) as store,
    ):
        layers = Layers(store)
        for reading in readings:
            if store.add(reading) != "known":
                layers.note()
        layers.bring_in()
        yield store
