"""A store over some articles of the sample press, with its layers, for what is asked of relations."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from dragoman.cli import cli
from dragoman.store import Store, open_store

PRESS = Path(__file__).parents[2] / "examples" / "press"
CHOSEN = (
    "specimen-wire/2015-11-23-putin-khamenei.txt", "exemplar-herald/2015-11-23-putin-khamenei.txt",
    "tehran-sampler/2015-11-24-summit.txt", "tehran-sampler/2015-04-15-missiles.txt",
    "sample-gazette/2016-08-22-hamadan.txt", "tehran-sampler/2016-08-23-base.txt",
)  # fmt: skip


@pytest.fixture(scope="session")
def press_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with six articles on Russia and Iran, one of them a copy of another."""
    path = tmp_path_factory.mktemp("relations") / "press.sqlite"
    chosen = [str(PRESS / name) for name in CHOSEN]
    result = CliRunner().invoke(cli, ["add", *chosen, "--store", str(path), "--quiet", "--jobs", "1"])
    assert result.exit_code == 0, result.output
    return path


@pytest.fixture
def press_store(press_path: Path) -> Iterator[Store]:
    """That store, open."""
    with open_store(str(press_path)) as store:
        yield store
