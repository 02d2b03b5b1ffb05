"""Readings of the sample press, one text of it printed by two outlets."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dragoman.ingest import sources
from dragoman.pipeline import Reader
from dragoman.records import Reading

PRESS = Path(__file__).parents[2] / "examples/press"


@pytest.fixture(scope="session")
def press() -> tuple[Reading, ...]:
    """Two outlets' articles as Dragoman reads them, and one of them once more, in another outlet."""
    reader = Reader()
    folders = ("sample-gazette", "tehran-sampler")
    found = [reader.read(source.article()) for folder in folders for source in sources(str(PRESS / folder))]
    again = replace(found[0].article, publication="Copy Courier", published=date(2030, 1, 1), origin="copy")
    return (*found, replace(found[0], article=again))
