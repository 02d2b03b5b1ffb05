"""People's corrections of findings: what they change, what they outlive, and how they are undone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from contents import Contents, contents
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.correcting import Corrector
from dragoman.curating import Curator
from dragoman.errors import CorrectionError, DragomanError, StoreError
from dragoman.layering import Layers
from dragoman.ledgers.kept import Kept
from dragoman.records import (
    Actor,
    Attributed,
    Event,
    Forecast,
    Position,
    Reading,
    Span,
    Versions,
)
from dragoman.store import EventFilters, Filters, Store, open_store
from dragoman.store.amending import Amendment, CorrectionLine, Pick
from dragoman.store.correcting import corrected
from dragoman.store.corrections import STATUSES, Correction, Named
from dragoman.store.meeting import ALIKE, met, target_of
from sample_reading import sample_reading, span

EVENT = STATUSES["events"]
FOLLOWS = ("judgements", "waiting_documents", "waiting_names", "single_actors")
"""What a correction leaves behind once it is undone: its rows in the ledger, and what waits to be done."""


def told() -> Reading:
    """Return the sample reading with an event, a position and a forecast told in its nested statement."""
    reading = sample_reading()
    promised = Event(
        "e1", "CONSULT", None, (), ("a2",), (), span("talks, via"), span("“a new round” of talks"),
        None, None, "planned", (), "s2", 0.8,
    )  # fmt: skip
    stance = Position("a2", "talks", "talks go on", "for", None, "plain", span("a new round"), "s2", 0.7)
    expected = Forecast("a2", span("“a new round” of talks"), None, None, None, "s2", 0.7)
    return replace(reading, events=(promised,), positions=(stance,), forecasts=(expected,))


def but_followers(found: Contents) -> Contents:
    """Return a store's contents but for what a correction leaves behind."""
    return {name: rows for name, rows in found.items() if name not in FOLLOWS}


def correct(store: Store, finding: str, verb: str, **asked: object) -> CorrectionLine:
    """Correct a finding of the sample reading."""
    amendment = Amendment(f"{told().id[:12]}:{finding}", verb, **asked)  # type: ignore[arg-type]
    return store.correct(amendment, "ana")


def test_another_source_counts_in_every_answer(store: Store) -> None:
    """Who is asked by finds the statement under its new source alone, and what he held by it is his."""
    store.add(told())
    line = correct(store, "s2", "source", actors=(Pick("a4"),), because="the officials did")
    assert (line.was, line.now, line.by) == ("the minister", "Officials", "ana")
    assert [s.id[-2:] for s in store.statements(Filters(by="Mira Sampleova")).lines] == ["s1"]
    assert store.load(told().id).statements[1].source == Attributed("a4", span("Officials"))
    held = store.load(told().id)
    assert [p.actor for p in held.positions] == ["a4"] and [f.claimant for f in held.forecasts] == ["a4"]


def test_nobody_may_be_the_source(store: Store) -> None:
    """A statement whose source is taken away is unattributed, and nobody holds what was held by it."""
    store.add(told())
    correct(store, "s2", "source")
    held = store.load(told().id)
    assert held.statements[1].source is None and held.positions == ()


def test_a_selected_phrase_becomes_an_actor(store: Store) -> None:
    """Whoever the machine didn't find is added, and is found by name."""
    store.add(told())
    correct(store, "s3", "source", actors=(Pick(span=span("Envoy"), kind="person"),))
    (line,) = store.statements(Filters(by="Envoy")).lines
    assert line.source == "Envoy" and line.text == "“Nothing is settled.”"


def test_a_phrase_inside_a_name_means_its_bearer(store: Store) -> None:
    """Selecting the surname picks the actor; the evidence is what was selected."""
    store.add(told())
    correct(store, "s3", "source", actors=(Pick(span=span("Sampleova")),))
    assert store.load(told().id).statements[2].source == Attributed("a1", span("Sampleova"))


def test_other_characters_are_searched(store: Store) -> None:
    """A statement's words are those that a person gave, in search and on its line."""
    store.add(told())
    part = span("a new round")
    correct(store, "s1", "span", spans=(part,))
    (line,) = [one for one in store.search_statements("new round").lines if one.id.endswith("s1")]
    assert (line.start, line.end, line.text) == (part.start, part.end, "a new round")
    assert not [one for one in store.search_statements("minister promised").lines if one.id.endswith("s1")]


def test_another_chain(store: Store) -> None:
    """A statement comes through whom a person says, nearest first."""
    store.add(told())
    correct(store, "s3", "link", role="via", actors=(Pick("a3"), Pick("a4")))
    (line,) = [one for one in store.statements(Filters(via="Specimen Wire")).lines if one.id.endswith("s3")]
    assert line.via == ("Specimen Wire", "Officials")


def test_a_rejected_statement_leaves_every_answer(store: Store) -> None:
    """It is found no more, what stood in it is told by the one around it, and what rests on it alone goes."""
    store.add(told())
    line = correct(store, "s2", "reject")
    assert line.finding is None and line.met
    held = store.load(told().id)
    assert [s.id for s in held.statements] == ["s1", "s3", "s4"]
    assert (held.events[0].statement, held.positions, held.forecasts) == ("s1", (), ())
    assert "s2" not in {s.id.split(":")[1] for s in store.statements(Filters()).lines}
    with pytest.raises(StoreError, match="no finding s2"):
        correct(store, "s2", "reject")


def test_an_undone_correction_leaves_no_trace_but_the_ledger(store: Store) -> None:
    """Every table is as before, and the ledger has both rows: who, when, why."""
    store.add(told())
    before = contents(store)
    lines = [correct(store, "s2", "reject"), correct(store, "s3", "source", actors=(Pick("a1"),))]
    for line in lines:
        undone = store.undo_correction(line.number, "ben", "misread")
        assert not undone.stands
    assert but_followers(contents(store)) == but_followers(before)
    assert len(contents(store)["judgements"]) == 4
    assert store.ledger() == ()
    with pytest.raises(CorrectionError, match="undone already"):
        store.undo_correction(lines[0].number, "ben")
    with pytest.raises(StoreError, match="no correction 99"):
        store.undo_correction(99, "ben")


def test_corrections_outlive_a_new_reading(store: Store) -> None:
    """A later version numbers findings otherwise and cuts one otherwise: it is still the one meant."""
    first = told()
    store.add(first)
    correct(store, "s4", "reject")
    correct(store, "s2", "source", actors=(Pick("a1"),))
    shorter = replace(first.statements[1], content=(span("a new round” of talks"),))
    kept = (shorter, first.statements[3], first.statements[2])
    fresh = tuple(
        replace(s, id=f"s{n}", parent=None, about=()) for n, s in enumerate(kept, 1)
    )  # fmt: skip
    again = Reading(
        first.article, tuple(reversed(first.actors)), fresh, Versions("later", "later", "later")
    )  # fmt: skip
    store.add(again, replace=True)
    held = store.load(first.id)
    assert [(s.id, s.source and held.actor(s.source.actor).name) for s in held.statements] == [
        ("s1", "Mira Sampleova"), ("s3", None),
    ]  # fmt: skip
    assert [line.finding and line.finding[-2:] for line in store.corrections()] == [None, "s1"]


def test_a_correction_of_what_is_found_no_more_says_so(store: Store) -> None:
    """It stands, unmet, and does nothing to whatever else is found."""
    store.add(told())
    correct(store, "e1", "reject")
    other = replace(told().events[0], type="AID")
    store.add(replace(told(), events=(other,)), replace=True)
    (line,) = store.corrections()
    assert line.stands and not line.met
    assert store.load(told().id).events == (other,)


def test_corrections_are_paged_the_latest_first(store: Store) -> None:
    """A page has its share, the latest first; undone ones are listed, too."""
    store.add(told())
    made = [correct(store, f"s{n}", "source", actors=(Pick("a4"),)).number for n in (1, 2, 3)]
    store.undo_correction(made[2], "ben")
    first, total = store.latest_corrections(size=2)
    rest, _ = store.latest_corrections(told().id[:9], page=2, size=2)
    assert total == 3 and [line.number for line in (*first, *rest)] == made[::-1]
    assert [line.stands for line in first] == [False, True]


def test_what_follows_over_all_articles_follows(store: Store) -> None:
    """A rejected event is no telling of an act any more, and its actors are where they were."""
    store.add(told())
    Layers(store).bring_in()
    Kept(store).bring_in()
    Curator(store).settle()
    before = contents(store)
    corrector = Corrector(store, by="ana")
    line = corrector.correct(Amendment(f"{told().id[:12]}:e1", "reject"))
    assert len(before["tellings"]) == 1 and contents(store)["tellings"] == []
    assert contents(store)["waiting_documents"] == [] == contents(store)["waiting_names"]
    corrector.undo(line.number)
    after = contents(store)
    assert {name: rows for name, rows in after.items() if name != "judgements"} == {
        name: rows for name, rows in before.items() if name != "judgements"
    }


def test_the_later_correction_wins(store: Store) -> None:
    """Of two sources for one statement, the one given last is its source."""
    store.add(told())
    correct(store, "s3", "source", actors=(Pick("a1"),))
    second = correct(store, "s3", "source", actors=(Pick("a4"),))
    assert second.was == "Mira Sampleova"
    source = store.load(told().id).statements[2].source
    assert source is not None and source.actor == "a4"


def test_an_event_that_did_not_happen_counts_as_one_no_more(store: Store) -> None:
    """Another status is told by every answer, outlives a new reading, and is undone like all else."""
    store.add(told())
    line = correct(store, "e1", "status", status="done", because="they met on Friday")
    assert (line.was, line.now, line.verb) == ("planned", "done", "status")
    assert [one.status for one in store.events(EventFilters(status="done")).lines] == ["done"]
    store.add(told(), replace=True)
    assert store.load(told().id).events[0].status == "done"
    store.undo_correction(line.number, "ben")
    assert store.load(told().id).events[0].status == "planned"


def test_events_and_positions_are_corrected_too(store: Store) -> None:
    """Other actors of an event, another holder of a position, other characters of either."""
    store.add(told())
    correct(store, "e1", "link", role="recipients", actors=(Pick("a1"), Pick("a4")))
    correct(store, "p1", "link", role="actor", actors=(Pick("a1"),))
    correct(store, "p1", "span", spans=(span("“a new round”"),))
    held = store.load(told().id)
    assert held.events[0].recipients == ("a1", "a4")
    assert (held.positions[0].actor, held.positions[0].span) == ("a1", span("“a new round”"))


@pytest.mark.parametrize(
    ("finding", "verb", "asked", "word"),
    [
        ("s9", "reject", {}, "no finding s9"),
        ("e1", "source", {"actors": (Pick("a1"),)}, "link gives them"),
        ("s1", "source", {"actors": (Pick("a1"), Pick("a2"))}, "one source"),
        ("s1", "link", {"role": "recipients"}, "via"),
        ("p1", "link", {"role": "actor"}, "one actor"),
        ("s1", "span", {}, "which characters"),
        ("s1", "status", {"status": "done"}, "statements have no status"),
        ("e1", "status", {"status": "signed"}, "done, ongoing, planned"),
        ("e1", "status", {}, "say which status"),
        ("s1", "span", {"spans": (Span(5, 5),)}, "no characters 5 to 5"),
        ("s1", "span", {"spans": (Span(0, 10**6),)}, "no characters"),
        ("s1", "source", {"actors": (Pick("a77"),)}, "no actor a77"),
        ("s1", "source", {"actors": (Pick(),)}, "pick an actor"),
        ("s1", "reject", {"seen": Span(0, 3)}, "load the page again"),
        ("a1", "reject", {}, "only statements"),
    ],
)
def test_what_cannot_be_corrected_so_is_refused_whole(
    finding: str, verb: str, asked: dict[str, object], word: str, store: Store
) -> None:
    """One line says what to do, and nothing is entered or changed."""
    store.add(told())
    before = contents(store)
    with pytest.raises(DragomanError, match=word):
        correct(store, finding, verb, **asked)
    assert contents(store) == before


def test_without_corrections_a_reading_is_the_machines() -> None:
    """No correction, or only undone ones: the very same reading."""
    undone = Correction(
        1, "", "ana", "reject", told().id, target_of(told(), "statements", 0), "", stands=False
    )  # fmt: skip
    assert corrected(told(), ()).reading == told() == corrected(told(), (undone,)).reading


def test_findings_meet_themselves() -> None:
    """Each finding of a reading is the one that its own target means."""
    for kind in ("statements", "events", "positions", "forecasts"):
        for place in range(len(getattr(told(), kind))):
            assert met(told(), target_of(told(), kind, place)) == place


@given(start=st.integers(0, 60), length=st.integers(1, 60))
def test_half_the_characters_make_it_the_same(start: int, length: int) -> None:
    """A finding is met where at least half of all characters are common, and nowhere else."""
    reading = replace(told(), statements=told().statements[3:4])
    own = target_of(reading, "statements", 0)
    first = own.spans[0].start
    asked = replace(own, spans=(Span(first + start, first + start + length),))
    mine = {n for s in own.spans for n in range(*s)}
    theirs = set(range(*asked.spans[0]))
    share = len(mine & theirs) / len(mine | theirs)
    assert (met(reading, asked) == 0) == (share >= ALIKE)


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_corrections_leave_a_whole_reading(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """Whatever is corrected, all ids that findings name are there, and a new reading gives the same."""
    folder = tmp_path_factory.mktemp("corrected")
    with open_store(str(folder / "s.sqlite"), create=True) as store:
        store.add(told())
        for _ in range(data.draw(st.integers(1, 4))):
            _any_correction(store, data)
        held = store.load(told().id)
        _is_whole(held)
        before = but_followers(contents(store))
        store.add(told(), replace=True)
        assert but_followers(contents(store)) == before


def _any_correction(store: Store, data: st.DataObject) -> None:
    held = store.load(told().id)
    findings = [f"s{n}" for n in range(1, 5) if any(s.id == f"s{n}" for s in held.statements)]
    findings += [f"p{n}" for n, _ in enumerate(held.positions, 1)] + [e.id for e in held.events]
    if not findings:
        return
    finding = data.draw(st.sampled_from(findings))
    actor = Pick(data.draw(st.sampled_from([a.id for a in held.actors])))
    start = data.draw(st.integers(0, len(held.text) - 12))
    role = {"s": "via", "p": "actor", "e": "recipients"}[finding[0]]
    ways: dict[str, dict[str, object]] = {
        "reject": {}, "span": {"spans": (Span(start, start + 10),)}, "source": {"actors": (actor,)},
        "link": {"role": role, "actors": (actor,)}, "status": {"status": data.draw(st.sampled_from(EVENT))},
    }  # fmt: skip
    apt = {"source": "s", "status": "e"}
    verb = data.draw(st.sampled_from([v for v in ways if apt.get(v, finding[0]) == finding[0]]))
    correct(store, finding, verb, **ways[verb])


def _is_whole(reading: Reading) -> None:
    known = {actor.id for actor in reading.actors}
    said = {s.id for s in reading.statements}
    for s in reading.statements:
        links = [link.actor for link in (s.source, *s.via) if link]
        assert known.issuperset([*links, *s.about]) and (s.parent is None or s.parent in said)
    told_by = [one.statement for one in reading.events]
    told_by += [one.statement for one in (*reading.positions, *reading.forecasts)]
    assert all(statement is None or statement in said for statement in told_by)
    assert all(p.actor in known for p in reading.positions)


def test_an_added_actor_is_one_however_often_it_is_named() -> None:
    """Two corrections that name the same phrase name one actor, who has both mentions."""
    named = Named(span("Envoy"), "Envoy", "person")
    ones = [
        Correction(n, "", "ana", "source", told().id, target_of(told(), "statements", n + 1), "",
                   actors=(replace(named, span=place),))
        for n, place in ((1, span("Envoy")), (2, span("hopeful")))
    ]  # fmt: skip
    found = corrected(told(), ones).reading
    added = [actor for actor in found.actors if actor.name == "Envoy"]
    assert added == [
        Actor("a5", "Envoy", "person", None, None, None, None, False, (), (span("Envoy"), span("hopeful")))
    ]
    assert found.article == told().article
