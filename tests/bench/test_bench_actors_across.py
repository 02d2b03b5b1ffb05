"""The measure of actors across articles: what it counts, and its gold."""

from __future__ import annotations

import pytest
from bench.actors_across import Place, b_cubed, borne_by_several, once_each, read_gold
from bench.polnear import POLNEAR
from bench.report import read_verbatim

from dragoman.records import Span


def place(number: int, name: str, identity: str) -> Place:
    """Return a place of an article ``d``."""
    return Place("d", Span(number, number + 1), name, identity)


PLACES = [place(0, "a", "A"), place(1, "a", "A"), place(2, "b", "A"), place(3, "a", "B")]


def test_b_cubed_by_hand() -> None:
    """Worked by hand for A, A, A, B of which two As and the B are in one cluster."""
    clusters = {one.key: name for one, name in zip(PLACES, "xxyx", strict=True)}
    precision, recall, f1 = b_cubed(PLACES, clusters)
    assert precision == pytest.approx(100 * (2 / 3 + 2 / 3 + 1 + 1 / 3) / 4)
    assert recall == pytest.approx(100 * (2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)
    assert f1 == pytest.approx(2 * precision * recall / (precision + recall))


def test_all_right_is_a_hundred() -> None:
    """Whatever the clusters are called."""
    assert b_cubed(PLACES, {one.key: one.identity * 2 for one in PLACES}) == (100, 100, 100)


def test_other_ways_of_counting() -> None:
    """One place for each article and identity; the names that mean several."""
    assert [one.identity for one in once_each(PLACES)] == ["A", "B"]
    assert [one.span.start for one in borne_by_several(PLACES)] == [0, 1, 3]


def test_the_gold_stands_where_it_says() -> None:
    """Each name is what stands at its offsets, in the bytes that were annotated."""
    texts = POLNEAR / "dev" / "text"
    if not texts.exists():
        pytest.skip("../shared is absent")
    places = read_gold(texts)
    words = {one.document: read_verbatim(texts / f"{one.document}.txt") for one in places}
    assert len({one.name for one in places}) == 100
    assert all(" ".join(one.span.of(words[one.document]).split()) == one.name for one in places)
