"""The floors: what has been reached once isn't lost without anybody noticing."""

from __future__ import annotations

import pytest
from bench.report import SKIPPED

from bench import floors, seed


def _floor(name: str) -> dict[str, object]:
    found = floors.read_floors().get(name)
    assert found is not None, f"no floor is pinned for {name}: python -m bench.floors --write"
    assert found["digest"] == floors.digest_of(floors.golds()[name]), (
        f"the gold of {name} has changed: pin anew"
    )
    return found


def test_a_fallen_figure_is_told() -> None:
    """A figure below its floor is named with both numbers; at the floor it isn't."""
    floor = {"figures": {"found": 5, "source": 3}}
    assert floors.below(floor, {"found": 4, "source": 3}) == ["found 4 < 5"]
    assert floors.below(floor, {"found": 5, "source": 9}) == []


def test_the_digest_sees_every_byte(tmp_path) -> None:  # type: ignore[no-untyped-def]
    """One changed byte of the gold changes the digest."""
    path = tmp_path / "gold.jsonl"
    path.write_text("a")
    before = floors.digest_of([path])
    path.write_text("b")
    assert floors.digest_of([path]) != before


def test_the_seed_article_keeps_its_floor() -> None:
    """Statements found, sources and chains of the seed article don't fall."""
    if not seed.ARTICLE.exists():
        pytest.skip(SKIPPED)
    floor = _floor("seed")
    assert floors.below(floor, floors.seed_figures()) == []


def test_the_sample_press_keeps_its_floor() -> None:
    """Speakers of the sample press resolved rightly don't become fewer."""
    floor = _floor("press speakers")
    assert floors.below(floor, floors.press_figures()) == []
