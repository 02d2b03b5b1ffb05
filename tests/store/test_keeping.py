"""What goes into the store comes out of it, once, whole, in whatever order it went in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from bench.generated import World
from contents import contents
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.records import Expansion, OffsetMap, Reading, Span
from dragoman.store import Store, open_store, rows_of
from dragoman.store.ids import parsed_id, public_id
from sample_reading import sample_reading

WORLD = World(people=30, words=200)
NUMBERS = st.lists(st.integers(0, 10_000), min_size=1, max_size=4, unique=True)
QUICK = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))


def whole() -> Reading:
    """Return a reading whose article has all that an article can have."""
    reading = sample_reading()
    article = replace(
        reading.article, url="https://example.org/a", author="Ana Specimen",
        expansions=(Expansion(Span(0, 5), Span(6, 13)),), offsets=OffsetMap((0, 5), (0, 9), (5, 4)),
    )  # fmt: skip
    return replace(reading, article=article)


def test_a_reading_comes_back_as_it_went_in(store: Store) -> None:
    """load(save(reading)) is the reading: expansions, the map of offsets and the versions too."""
    reading = whole()
    assert store.add(reading) == "new"
    assert store.load(reading.id) == reading
    assert store.load(reading.id[:8]) == reading


@QUICK
@given(number=st.integers(0, 10**6))
def test_any_reading_comes_back(tmp_path_factory: pytest.TempPathFactory, number: int) -> None:
    """The same holds of readings of every shape that the generator makes."""
    reading = WORLD.reading(number, statements=1 + number % 9)
    with open_store(str(tmp_path_factory.mktemp("one") / "s.sqlite"), create=True) as store:
        store.add(reading)
        assert store.load(reading.id) == reading


def test_adding_twice_changes_nothing(store: Store, world: World) -> None:
    """Every table is the same after the same readings are added again."""
    readings = list(world.readings(4))
    assert [store.add(reading) for reading in readings] == ["new"] * 4
    before = contents(store)
    assert [store.add(reading) for reading in readings] == ["known"] * 4
    assert contents(store) == before


@QUICK
@given(numbers=NUMBERS, data=st.data())
def test_any_order_makes_the_same_tables(
    tmp_path_factory: pytest.TempPathFactory, numbers: list[int], data: st.DataObject
) -> None:
    """But for the documents' numbers, tables don't depend on the order in which articles are added."""
    folder = tmp_path_factory.mktemp("orders")
    found = []
    for name, order in (("a", numbers), ("b", data.draw(st.permutations(numbers)))):
        with open_store(str(folder / f"{name}.sqlite"), create=True) as store:
            for number in order:
                store.add(WORLD.reading(number, statements=3))
            found.append(contents(store))
    assert found[0] == found[1]


def test_one_text_of_two_publications_is_one_document(make: Callable[[], Store]) -> None:
    """It is read as of the earliest publication, whichever came first; both are its origins."""
    early = sample_reading()
    late = replace(
        early,
        article=replace(
            early.article, publication="Later Post", published=date(2016, 1, 1), origin="late.txt"
        ),
    )
    found = []
    for order in ((early, late), (late, early)):
        store = make()
        for reading in order:
            store.add(reading)
        assert store.count() == 1
        assert store.load(early.id).article.publication == "Sample Gazette"
        assert set(store.cite(early.id).origins) == {"sample.txt", "late.txt"}
        found.append(contents(store))
    assert found[0] == found[1]


def test_replacing_replaces_what_a_machine_found_and_nothing_else(store: Store, world: World) -> None:
    """A document keeps its number and its origins; what the old reading had and the new hasn't is gone."""
    old, beside = world.reading(1), world.reading(2)
    new = replace(old, statements=old.statements[:2], events=(), versions=replace(old.versions, model="next"))
    store.add(old)
    store.add(beside)
    assert store.add(new, replace=True) == "replaced"
    assert store.load(old.id) == new and store.load(beside.id) == beside
    only = make_alike(store, new, beside)
    assert contents(store)["statements"] == only["statements"]
    assert contents(store)["spellings"] == only["spellings"]
    word = old.statements[5].content[0].of(old.text).split()[0]
    ids = {line.id for line in store.search_statements(word, size=1000).lines}
    assert f"{old.id[:12]}:s6" not in ids


def make_alike(store: Store, *readings: Reading) -> dict[str, list[str]]:
    """Return the contents of a store that had these readings only."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder, open_store(f"{folder}/x.sqlite", create=True) as other:
        for reading in readings:
            other.add(reading)
        found = contents(other)
    return found if store.engine.dialect.name == "sqlite" else {**contents(store), **found}


def test_what_fails_in_the_middle_leaves_no_trace(store: Store, world: World) -> None:
    """A transaction that breaks after some rows were written writes none of them."""
    store.add(world.reading(1))
    before = contents(store)
    rows = rows_of(world.reading(2))
    rows.tables["dates"].append({**rows.tables["dates"][0]})  # the same id twice: refused, after all else
    with pytest.raises(Exception, match="cannot be written"):
        store.add_rows(rows, world.reading(2).article)
    assert contents(store) == before
    assert store.add(world.reading(2)) == "new"


def test_ids_lead_back() -> None:
    """What public_id writes, parsed_id reads."""
    sha = "3f2a9c51e0ab" + "0" * 52
    assert parsed_id(public_id(sha, "s", (7 << 20) + 4)) == ("3f2a9c51e0ab", "s", 4)
