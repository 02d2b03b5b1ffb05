"""Actors across articles in a store: the same in any order, judged by people, and never overwritten."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import pairwise
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from dragoman.curating import Curator
from dragoman.errors import StoreError
from dragoman.records import Article, Paragraph, Reading, Span
from dragoman.store import Filters, Store, open_store
from dragoman.store.curation_tables import curated_actors, curated_names, suggestions, waiting_names
from press import VERSIONS, actor, statement

SAID = "{name} said that the ferry runs. Nobody else spoke of {about} that day, number {number}."


def article(number: int, name: str, about: str = "Sampleland", **facts: object) -> Reading:
    """Return an article of a day of 2016 in which somebody says something about a state."""
    text = SAID.format(name=name, about=about, number=number)
    actors = (
        actor(1, text, name, **facts),
        actor(2, text, about, kind="state", state="XSA", ref="made:land"),
    )
    return Reading(
        Article(text, (Paragraph(Span(0, len(text)), "body"),), published=date(2016, 1, number),
                origin=f"{number}.txt"),
        actors, (statement(1, text, (1, name), "the ferry runs", about=("a2",)),), VERSIONS,
    )  # fmt: skip


PRESS = (
    article(1, "Ali Sampleyi", state="IRN", role="leader"), article(2, "Али Сэмплейи"),
    article(3, "Ali Sampley’i", state="IRN", ref="made:ali"), article(4, "Sampleyi"),
    article(5, "Ann Primer", state="USA"), article(6, "Ann Primer", state="GBR"), article(7, "A. Primer"),
    article(8, "George W. Specimen"), article(9, "George H. W. Specimen"), article(10, "George Specimen"),
    article(11, "World Example Fund", kind="organization"), article(12, "WEF", kind="organization"),
)  # fmt: skip


def filled(store: Store, readings: tuple[Reading, ...] = PRESS) -> Curator:
    """Put readings into a store and bring their names to their actors."""
    for reading in readings:
        store.add(reading)
    curator = Curator(store, by="tests")
    curator.settle()
    return curator


def state_of(store: Store) -> dict[str, list[str]]:
    """Return all that is resolved, but for the numbers that documents have by their order of adding."""
    with store.reading() as connection:
        found = {}
        for table in (curated_actors, curated_names, suggestions, waiting_names):
            columns = [column for column in table.columns if column.name != "machine"]
            found[table.name] = sorted(repr(tuple(row)) for row in connection.execute(select(*columns)))
        return found


def groups(store: Store) -> list[tuple[str, ...]]:
    """Return the names of each actor."""
    return sorted(tuple(sorted(one.names)) for one in store.actors(size=100))


def test_spellings_are_one_and_homonyms_are_not(store: Store) -> None:
    """One Sampleyi in two scripts, by full name and surname; two Primers of two states; three Specimens."""
    filled(store)
    found = groups(store)
    assert ("Ali Sampleyi", "Ali Sampley’i", "Sampleyi", "Али Сэмплейи") in found
    assert ("Ann Primer",) in found and found.count(("Ann Primer",)) == 2
    assert ("WEF", "World Example Fund") in found
    assert {("George Specimen",), ("George W. Specimen",), ("George H. W. Specimen",)} <= set(found)
    assert {"George W. Specimen", "George Specimen"} <= {
        name for one in store.unsure() for name in (one.one_name, one.other_name)
    }


def test_every_name_carries_its_reason(store: Store) -> None:
    """A score and words for each; whatever leads has its own."""
    filled(store)
    portrait = store.actor("made:ali")
    assert portrait.actor.id == "made:ali" and portrait.actor.documents == 4
    assert all(one.why and 0 < one.score <= 1 for one in portrait.names)
    assert [office.role for office in portrait.offices] == ["leader"]


def test_questions_find_all_spellings(store: Store) -> None:
    """Whoever asks by one spelling finds what is said under the others, and nobody else's."""
    filled(store)
    for name in ("Али Сэмплейи", "Ali Sampleyi", "made:ali"):
        assert store.statements(Filters(by=name)).total == 4
    [dossier] = store.who("Ali Sampleyi")
    assert dossier.id == "made:ali" and dossier.documents == 4 and dossier.statements == 4
    assert [one.documents for one in store.who("Ann Primer")] == [1, 1]
    assert store.statements(Filters(by="WEF")).total == 2


def test_the_order_of_articles_changes_nothing(make: Callable[[], Store]) -> None:
    """Nor whether names are brought in once at the end, or after each article."""
    first, second = make(), None
    filled(first)
    wanted = state_of(first)
    for seed in (1, 2):
        readings = list(PRESS)
        Random(seed).shuffle(readings)
        second = make()
        for reading in readings:
            second.add(reading)
            if seed == 2:
                Curator(second).settle()
        Curator(second).settle()
        assert state_of(second) == wanted


def test_doing_it_twice_changes_nothing(store: Store) -> None:
    """Adding again, settling again, resolving all anew, reading all again."""
    curator = filled(store)
    before = state_of(store)
    filled(store)
    assert curator.settle() == 0 and state_of(store) == before
    assert curator.resettle() > 0 and state_of(store) == before
    for reading in PRESS:
        store.add(reading, replace=True)
    assert state_of(store) != before  # names wait
    curator.settle()
    assert state_of(store) == before


def test_merging_and_undoing_is_as_before(store: Store) -> None:
    """The ledger keeps both; an undoing can be undone."""
    curator = filled(store)
    before = state_of(store)
    made = curator.merge("George Specimen", "George W. Specimen", because="the son")
    assert ("George Specimen", "George W. Specimen") in groups(store)
    merged = state_of(store)
    curator.undo(made.number, because="the father")
    assert state_of(store) == before
    curator.undo(made.number + 1)
    assert state_of(store) == merged
    assert [(one.verb, one.stands, one.by) for one in store.ledger()] == [
        ("same", True, "tests"), ("undo", False, "tests"), ("undo", True, "tests"),
    ]  # fmt: skip
    with pytest.raises(StoreError, match="undone already"):
        curator.undo(made.number + 1)


def test_people_join_what_no_rule_would(store: Store) -> None:
    """Two names of two blocks; the former id leads to the actor still."""
    curator = filled(store)
    former = store.actor("World Example Fund").actor.id
    curator.merge("World Example Fund", "made:ali")
    assert store.actor(former).actor.id == "made:ali"
    assert store.statements(Filters(by="WEF")).total == 6
    with pytest.raises(StoreError, match="are one already"):
        curator.merge("WEF", "made:ali")


def test_what_is_split_stays_split(store: Store) -> None:
    """By a spelling or by a document; over rereading, resolving anew and new articles."""
    curator = filled(store)
    curator.split("made:ali", spellings=["Али Сэмплейи"])
    document = PRESS[0].id
    curator.split("made:ali", documents=[document[:12]], because="the brother")
    wanted = groups(store)
    assert store.actor("made:ali").actor.names == ("Ali Sampley’i",)  # the bare surname may now be either's
    assert ("Sampleyi",) in wanted
    for reading in PRESS:
        store.add(reading, replace=True)
    curator.resettle()
    assert groups(store) == wanted
    filled(store, (article(20, "Ali Sampleyi"),))
    assert "Али Сэмплейи" not in store.actor("made:ali").actor.names
    assert store.curated_ids(document)["a1"][0] != "made:ali"


def test_a_judgement_outlives_what_the_machine_now_reads(store: Store) -> None:
    """Another state in a new reading does not lose it."""
    curator = filled(store)
    curator.merge("George Specimen", "George W. Specimen")
    again = article(10, "George Specimen", state="USA")
    store.add(replace(again, article=PRESS[9].article), replace=True)
    curator.settle()
    assert ("George Specimen", "George W. Specimen") in groups(store)


def test_what_cannot_be_judged_is_one_line(store: Store) -> None:
    """A name of several, of nobody, a spelling that the actor hasn't, all of an actor, no such number."""
    curator = filled(store)
    for call, words in (
        (lambda: curator.merge("Ann Primer", "WEF"), "may be several"),
        (lambda: curator.merge("Zeppelin", "WEF"), "nobody"),
        (lambda: curator.split("WEF", spellings=["Zeppelin"]), "no such names"),
        (lambda: curator.split("made:land", spellings=["Sampleland"]), "nothing would be left"),
        (lambda: curator.undo(99), "no judgement 99"),
        (lambda: curator.split("WEF", documents=["ffffff"]), "no document"),
    ):
        with pytest.raises(StoreError, match=words) as raised:
            call()
        assert "\n" not in str(raised.value)
    assert store.ledger() == ()


def test_names_that_wait_are_asked_by_their_own(store: Store) -> None:
    """Before they are brought in, a question finds them as they are written."""
    store.add(PRESS[0])
    assert store.statements(Filters(by="Ali Sampleyi")).total == 1
    assert store.curated_ids(PRESS[0].id) == {}
    Curator(store).settle()
    assert store.curated_ids(PRESS[0].id)["a2"] == ("made:land", "Sampleland")


@settings(deadline=None, max_examples=12, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=4))
def test_undoing_all_is_as_before(
    tmp_path_factory: pytest.TempPathFactory, pairs: list[tuple[int, int]]
) -> None:
    """Whatever was merged in whatever order, undone from the last to the first."""
    with open_store(str(tmp_path_factory.mktemp("undo") / "s.sqlite"), create=True) as store:
        curator = filled(store)
        states = [state_of(store)]
        for one, other in pairs:
            ids = sorted(actor.id for actor in store.actors(size=100))
            first, second = ids[one % len(ids)], ids[other % len(ids)]
            if first != second:
                curator.merge(first, second)
                states.append(state_of(store))
        for number, (before, after) in reversed(list(enumerate(pairwise(states), 1))):
            assert state_of(store) == after
            curator.undo(number)
            assert state_of(store) == before
