"""Copies, stories and events in the store: the same whatever the order, and what the pure functions say."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from contents import Contents, contents
from hypothesis import given, settings
from hypothesis import strategies as st
from pressroom import DAY, dated, press, reading, words
from sqlalchemy import func, select

import dragoman.layering.copying as copying
from dragoman.layering import Layers, remake
from dragoman.records import Reading
from dragoman.resolve import copies, outline, shared_events, stories
from dragoman.store import Store, open_store
from dragoman.store.layer_tables import LAYERS, tellings
from dragoman.store.tables import documents

NAMES = [table.name for table in LAYERS] + ["waiting_documents"]


def layers(store: Store) -> Contents:
    """Return what the layers' tables hold, documents named by their SHA-256."""
    found = contents(store)
    return {name: found[name] for name in NAMES}


def filled(path: Path, found: list[Reading], portions: int) -> Store:
    """Return a store that the readings were added to in so many portions, each brought into the layers."""
    path.unlink(missing_ok=True)
    store = open_store(str(path), create=True)
    size = max(1, -(-len(found) // portions))
    for first in range(0, len(found), size):
        for one in found[first : first + size]:
            store.add(one)
        Layers(store).bring_in()
    return store


@given(seed=st.integers(0, 10_000), order=st.randoms(use_true_random=False), portions=st.integers(1, 6))
@settings(max_examples=6, deadline=None)
def test_the_order_of_adding_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, seed: int, order: Random, portions: int
) -> None:
    """Any order, in any portions, gives the same rows, and making the layers anew gives them again."""
    folder = tmp_path_factory.mktemp("order")
    found = press(seed)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(copying, "MOST", 3)  # so that marks that many share give way, as in a large archive
        with filled(folder / "one.sqlite", found, 1) as store:
            wanted = layers(store)
        order.shuffle(found)
        with filled(folder / "two.sqlite", found, portions) as store:
            assert layers(store) == wanted
            remake(store)
            assert layers(store) == wanted
            for one in found:
                store.add(one)
            Layers(store).bring_in()
            assert layers(store) == wanted
    assert not any(wanted[name] for name in NAMES if name.startswith("waiting"))


@given(seed=st.integers(0, 10_000))
@settings(max_examples=6, deadline=None)
def test_the_store_holds_what_the_functions_say(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    """Families and stories are those of all articles at once, events those of first prints."""
    found = press(seed, stories=8)
    groups = copies((one.id, one.text, one.article.published, one.article.publication) for one in found)
    origin_of = {member: group.id for group in groups for member in group.members}
    firsts = [one for one in found if origin_of.get(one.id, one.id) == one.id]
    with (
        filled(tmp_path_factory.mktemp("same") / "s.sqlite", found, 3) as store,
        store.reading() as connection,
    ):
        names = {row.number: row.id for row in connection.execute(select(documents))}
        held = {row.document: row for row in connection.execute(select(LAYERS[3]))}
        families = {(names[row.document], names[row.family], names[row.origin]) for row in held.values()}
        assert families == {(m, group.id, group.origin) for group in groups for m in group.members}
        placed: dict[str, set[str]] = {}
        for row in connection.execute(select(LAYERS[4])):
            placed.setdefault(names[row.story], set()).add(names[row.document])
        told = stories((outline(one) for one in found), origin_of)
        dates = {one.id: one.article.published for one in found}
        undated = {one for one, day in dates.items() if day is None and one not in origin_of}
        assert {frozenset(s) for s in placed.values()} == {frozenset(s.articles) for s in told}
        assert all(frozenset({one}) in {frozenset(s) for s in placed.values()} for one in undated)
        acts: dict[int, set[tuple[str, str]]] = {}
        for row in connection.execute(select(tellings).where(tellings.c.follows.is_(None))):
            acts.setdefault(row.shared, set()).add((names[row.document], f"e{row.event & 0xFFFFF}"))
    events = shared_events(t for one in firsts for t in outline(one).tellings)
    joined = {frozenset((t.article, t.event) for t in event.tellings) for event in events}
    assert {frozenset(told_by) for told_by in acts.values()} == joined


def count_of_acts(store: Store) -> int:
    """Return how many acts the store's articles tell of."""
    with store.reading() as connection:
        return connection.scalar(select(func.count(func.distinct(tellings.c.shared)))) or 0


@given(seed=st.integers(0, 10_000), days=st.integers(0, 40), which=st.integers(0, 100))
@settings(max_examples=6, deadline=None)
def test_a_copy_changes_no_count_of_events(
    tmp_path_factory: pytest.TempPathFactory, seed: int, days: int, which: int
) -> None:
    """A print of a text, however much later, and whatever is planned or undated in it, tells no new act."""
    found = press(seed)
    one = found[which % len(found)]
    first = min((o.article.published for o in found if o.article.published), default=DAY)
    day = max(one.article.published or first, first) + timedelta(days + 10)
    text = f"{one.text} again"
    copy = reading(text, (), day, "Copying Courier", one.article.title)
    moved = {
        d.id: type(d)(d.id, d.start and d.start + timedelta(days), d.end and d.end + timedelta(days), d.span)
        for d in one.dates
    }
    copy = Reading(copy.article, one.actors, (), one.versions, one.events, dates=tuple(moved.values()))
    with filled(tmp_path_factory.mktemp("copy") / "s.sqlite", found, 2) as store:
        before = count_of_acts(store)
        store.add(copy)
        Layers(store).bring_in()
        assert count_of_acts(store) == before


def test_a_text_read_again_goes_where_it_belongs_now(tmp_path: Path) -> None:
    """Findings and days that are others now are placed as if they had been there from the start."""
    found = press(11, stories=7)
    late = [dated(one, DAY + timedelta(30)) if n % 3 == 0 else one for n, one in enumerate(found)]
    with filled(tmp_path / "one.sqlite", found, 1) as store:
        wanted = layers(store)
    with filled(tmp_path / "two.sqlite", late, 2) as store:
        assert layers(store) != wanted
        for one in found:
            store.add(one, replace=True)
        Layers(store).bring_in()
        assert layers(store) == wanted


def test_what_is_interrupted_is_gone_on_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stopped after any portion, the next run makes the same layers."""
    monkeypatch.setattr("dragoman.layering.layers.AT_ONCE", 9)  # so that a small press has many portions
    monkeypatch.setattr("dragoman.layering.layers.DAYS_AT_ONCE", 2)
    found = press(12)
    with filled(tmp_path / "one.sqlite", found, 1) as store:
        wanted = layers(store)

    class Stopped(Exception):
        pass

    for portion in range(0, 9, 2):
        with open_store(str(tmp_path / f"{portion}.sqlite"), create=True) as store:
            for one in found:
                store.add(one)
            left = portion

            def step(layer: str) -> None:
                nonlocal left
                left -= 1
                if left < 0:
                    raise Stopped

            with pytest.raises(Stopped):
                Layers(store).bring_in(step)
            Layers(store).bring_in()
            assert layers(store) == wanted


def test_both_databases_hold_the_same(make: Callable[[], Store]) -> None:
    """Families, stories and acts are the same in either database."""
    store = make()
    found = press(5)
    for one in found:
        store.add(one)
    Layers(store).bring_in()
    told = layers(store)
    wanted = [
        len(found),
        len(copies((o.id, o.text, o.article.published, o.article.publication) for o in found)),
    ]
    assert len(told["stories"]) == wanted[0]
    assert len({row for row in told["copies"] if "'kind', 'origin'" in row}) == wanted[1]


def test_a_correction_is_a_copy_that_says_so(tmp_path: Path) -> None:
    """It counts as the same text, and is marked."""
    text = words(Random(1), 60)
    found = [
        reading(text, (), DAY, "Specimen Wire"),
        reading(f"CORRECTED: {text}", (), DAY + timedelta(1), "Post"),
    ]
    with filled(tmp_path / "s.sqlite", found, 1) as store:
        kinds = sorted(row for row in layers(store)["copies"])
    assert sum("'correction'" in row for row in kinds) == 1 and sum("'origin')" in row for row in kinds) == 1
