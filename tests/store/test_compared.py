"""Disputes and forecasts in tables: kept with each article, the same as from all articles at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest
from accounts import accounts
from contents import Contents, contents
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from dragoman.layering import Layers
from dragoman.ledgers.card_lines import CardLine, card_line
from dragoman.ledgers.forecasting import forecasts
from dragoman.ledgers.gathering import Asked, disputes
from dragoman.ledgers.kept import Kept, bringing, remake
from dragoman.ledgers.kept.packing import unpacked
from dragoman.records import Reading
from dragoman.relations.predictions.forecasts import Prediction
from dragoman.store import Store, open_store
from dragoman.store.compared_tables import COMPARED, forecast_rows, waiting_claims
from dragoman.store.compared_tables import disputes as disputes_kept

NAMES = [table.name for table in (*COMPARED, waiting_claims)]


def kept(store: Store) -> Contents:
    """Return what the tables of what is compared hold, documents named by their SHA-256."""
    found = contents(store)
    return {name: found[name] for name in NAMES}


def cards(store: Store) -> list[CardLine]:
    """Return the disputes that the tables hold."""
    with store.reading() as connection:
        rows = connection.scalars(select(disputes_kept.c.packed)).all()
    return sorted((one for row in rows for one in unpacked(CardLine, row)), key=repr)


def foretold(store: Store) -> list[tuple[str, tuple[Prediction, ...]]]:
    """Return the rows of the ledger that the tables hold: ids and tellings."""
    with store.reading() as connection:
        rows = connection.execute(select(forecast_rows.c.id, forecast_rows.c.packed)).all()
    return sorted(((row.id, unpacked(Prediction, row.packed)) for row in rows), key=lambda one: one[0])


def agrees(store: Store) -> None:
    """Assert that the tables hold what all articles at once give, and that nothing waits."""
    assert cards(store) == sorted(map(card_line, disputes(store, Asked())), key=repr)
    wanted = sorted(((row.id, row.told) for row in forecasts(store)), key=lambda one: one[0])
    assert foretold(store) == wanted
    assert not kept(store)["waiting_claims"] and not kept(store)["asked_keys"]


def add(store: Store, some: list[Reading]) -> None:
    """Add readings as ``dragoman add`` does, to what is compared."""
    for one in some:
        store.add(one, replace=True)
    Layers(store).bring_in()
    Kept(store).bring_in()


def filled(path: Path, found: list[Reading], portions: int) -> Store:
    """Return a store that the readings were added to in so many portions."""
    path.unlink(missing_ok=True)
    store = open_store(str(path), create=True)
    size = max(1, -(-len(found) // portions))
    for first in range(0, len(found), size):
        add(store, found[first : first + size])
    return store


@given(seed=st.integers(0, 10_000), order=st.randoms(use_true_random=False), portions=st.integers(1, 6))
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_order_of_adding_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, seed: int, order: Random, portions: int
) -> None:
    """Any order, in any portions, gives what all articles at once give, and making it anew gives it again."""
    folder = tmp_path_factory.mktemp("order")
    found = accounts(seed)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bringing, "AT_ONCE", 1 + seed % 7)
        with filled(folder / "one.sqlite", found, 1) as store:
            agrees(store)
            wanted = kept(store)
        order.shuffle(found)
        with filled(folder / "two.sqlite", found, portions) as store:
            agrees(store)
            assert kept(store) == wanted
            remake(store)
            assert kept(store) == wanted
            add(store, found[: len(found) // 2])
            assert kept(store) == wanted


@given(seed=st.integers(0, 10_000), order=st.randoms(use_true_random=False))
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_is_read_otherwise_is_compared_anew(
    tmp_path_factory: pytest.TempPathFactory, seed: int, order: Random
) -> None:
    """Articles read anew with other findings, then as before: each time as from all articles at once."""
    found = accounts(seed)
    with filled(tmp_path_factory.mktemp("anew") / "s.sqlite", found, 2) as store:
        before = kept(store)
        some = order.sample(found, len(found) // 3)
        add(store, [_read_otherwise(one, order) for one in some])
        agrees(store)
        add(store, some)
        agrees(store)
        assert kept(store) == before


def _read_otherwise(one: Reading, random: Random) -> Reading:
    """Return a reading in which a part of the statements is not found, or told with the other polarity."""
    other = {"affirms": "rejects", "rejects": "affirms"}
    said = tuple(
        replace(s, polarity=other[s.polarity]) if random.random() < 0.5 else s
        for s in one.statements if random.random() < 0.8
    )  # fmt: skip
    left = {s.id for s in said}
    return replace(one, statements=said, forecasts=tuple(f for f in one.forecasts if f.statement in left))


def test_both_databases_keep_the_same(make: Callable[[], Store]) -> None:
    """In SQLite and PostgreSQL the tables hold what all articles at once give, disputes and forecasts."""
    store = make()
    found = accounts(5, stories=6)
    for first in range(0, len(found), 7):
        add(store, found[first : first + 7])
    agrees(store)
    assert cards(store) and foretold(store)


def test_an_earlier_print_takes_a_claims_place(tmp_path: Path) -> None:
    """What copies repeat is one claim of the first print, also where that is added last."""
    found = accounts(11)
    first = next(one for one in found if one.article.published and one.forecasts)
    day = first.article.published or date(2015, 1, 1)
    earlier = replace(
        first,
        article=replace(first.article, published=day - timedelta(2), publication="Earlier Echo",
                        text=f"{first.text} ."),
    )  # fmt: skip
    with filled(tmp_path / "s.sqlite", found, 1) as store:
        add(store, [earlier])
        agrees(store)
        told = [one for _, several in foretold(store) for one in several if one.report.document == earlier.id]
        assert told and all(one.report.copy == earlier.id for one in told)
