"""The measures of events and of their status: gold that holds together, and a judge that is fair."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from annotation.phrases import WrongGold, occurrence
from bench.events import figures, judge, tables, told
from bench.newswire import STATUSES, GoldEvent, GoldRole, GoldSentence, read_sentences
from bench.status import Probe, answer, read_probes, rows
from hypothesis import given
from hypothesis import strategies as st

from dragoman.records import Actor, Article, Event, EventType, Paragraph, Reading, Span, Versions

TEXT = "Norland bombed Sudland after Westland and Estland had met."


def at(phrase: str) -> Span:
    """Return where ``phrase`` stands in TEXT."""
    return occurrence(TEXT, phrase)


def state(identifier: str, name: str, code: str) -> Actor:
    """Return a state that TEXT names once."""
    return Actor(identifier, name, "state", code, "GOV", None, None, False, (), (at(name),))


def event(identifier: str, kind: EventType, trigger: str, actors: str, recipients: str = "") -> Event:
    """Return an event that is done; actors are ids with blanks between them."""
    return Event(
        identifier, kind, None, (), tuple(actors.split()), tuple(recipients.split()), at(trigger),
        Span(0, len(TEXT)), None, None, "done", (), None, 0.9,
    )  # fmt: skip


def role(name: str, code: str | None) -> GoldRole:
    """Return a gold role."""
    return GoldRole(at(name), code)


BOMBED = event("e1", "ASSAULT", "bombed", "a1", "a2")
MET = event("e2", "CONSULT", "met", "a3", "a4")
GOLD = GoldSentence(
    "ev1", TEXT, "2014-01-02",
    (
        GoldEvent(("ASSAULT",), None, (role("Norland", "NOR"),), (role("Sudland", None),), at("bombed"),
                  ("done",), False, False),
        GoldEvent(("CONSULT", "AGREE"), None, (role("Westland", "WST"), role("Estland", None)), (),
                  at("met"), ("done",), False, False),
    ),
)  # fmt: skip


def reading(*events: Event) -> Reading:
    """Return a reading of TEXT with its four states."""
    actors = (
        state("a1", "Norland", "NOR"), state("a2", "Sudland", "SUD"),
        state("a3", "Westland", "WST"), state("a4", "Estland", "EST"),
    )  # fmt: skip
    article = Article(text=TEXT, paragraphs=(Paragraph(Span(0, len(TEXT)), "body"),))
    return Reading(article, actors, (), Versions("0", "none", "0"), events)


def test_the_newswire_gold_holds_together() -> None:
    """Every quoted phrase occurs, every type and status is known, ids and sentences are unique."""
    sentences = read_sentences()
    assert len(sentences) == len({s.id for s in sentences}) == len({s.text for s in sentences}) == 300


def test_the_newswire_gold_is_balanced() -> None:
    """Each type has fifteen events or more, each status ten; there are sentences with two and with none."""
    sentences = read_sentences()
    events = [e for s in sentences for e in s.events if not e.optional]
    types = Counter(e.types[0] for e in events)
    statuses = Counter(e.statuses[0] for e in events)
    assert set(types) == set(get_args(EventType)) and min(types.values()) >= 15
    assert set(statuses) == set(STATUSES) and min(statuses.values()) >= 10
    assert sum(not s.events for s in sentences) >= 20
    assert sum(len(s.events) > 1 for s in sentences) >= 60


def test_the_probes_hold_together() -> None:
    """There are two hundred of them, every trigger occurs, every status is probed ten times or more."""
    probes = read_probes()
    assert len(probes) == len({p.text for p in probes}) == 200
    groups = Counter(p.group for p in probes)
    assert set(groups) == {*STATUSES, "denied"} and min(groups.values()) >= 10


@given(st.sampled_from([s for s in read_sentences() if s.events]))
def test_gold_spans_lie_in_their_text(sentence: GoldSentence) -> None:
    """Every span of the gold is inside its sentence and neither begins nor ends with a blank."""
    for gold in sentence.events:
        for span in (gold.trigger, *(r.span for r in (*gold.actors, *gold.recipients))):
            covered = span.of(sentence.text)
            assert covered and covered == covered.strip()


def test_an_unknown_type_is_refused(tmp_path: Path) -> None:
    """A line with a type that PLOVER has not raises WrongGold."""
    row = {
        "type": "FIGHT", "mode": None, "actors": [], "actor_states": [], "recipients": [],
        "recipient_states": [], "trigger": "met", "status": "done", "statement": False,
    }  # fmt: skip
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({"id": "x", "text": TEXT, "published": "2014-01-02", "events": [row]}))
    with pytest.raises(WrongGold):
        read_sentences(path)


def test_a_perfect_reading_has_full_marks() -> None:
    """Both are found with their roles; two who met may stand on either side."""
    outcome = judge(GOLD, reading(BOMBED, MET))
    counted = figures([outcome])
    for name in ("type", "trigger", "source", "target", "triple", "triple by state", "status", "predicted"):
        assert counted[name] == 2, name
    assert counted["spurious"] == 0 and told(outcome) == []


def test_turned_roles_are_wrong() -> None:
    """The bombed one as bomber: the type is found, neither role is right."""
    counted = figures([judge(GOLD, reading(replace(BOMBED, actors=("a2",), recipients=("a1",)), MET))])
    assert (counted["type"], counted["source"], counted["triple"]) == (2, 1, 1)


def test_a_wrong_state_is_right_by_phrase_only() -> None:
    """An actor whose mention overlaps but whose state differs counts by phrase, not by state."""
    found = reading(BOMBED, MET)
    wrong = replace(found, actors=(replace(found.actors[0], state="XXX"), *found.actors[1:]))
    counted = figures([judge(GOLD, wrong)])
    assert (counted["triple"], counted["triple by state"]) == (2, 1)


def test_what_pairs_with_nothing_is_spurious() -> None:
    """A second event of another type counts against precision, and a missing one is told of."""
    outcome = judge(GOLD, reading(BOMBED, event("e2", "THREATEN", "met", "a3")))
    counted = figures([outcome])
    assert (counted["type"], counted["spurious"], counted["predicted"]) == (1, 1, 2)
    assert [line.split()[0] for line in told(outcome)] == ["spurious", "missing"]


def test_optional_events_count_for_nothing() -> None:
    """Found or not, an optional event changes no figure, and what pairs with it isn't spurious."""
    optional = replace(GOLD, events=(GOLD.events[0], replace(GOLD.events[1], optional=True)))
    assert figures([judge(optional, reading(BOMBED, MET))]) == figures([judge(optional, reading(BOMBED))])


def test_a_type_on_the_border_counts() -> None:
    """A type that the gold allows besides is right, and is counted in the row of the gold's own."""
    outcome = judge(GOLD, reading(BOMBED, replace(MET, type="AGREE")))
    assert figures([outcome])["type"] == 2
    assert [row[2] for row in tables([outcome])[1].rows if row[0] == "CONSULT"] == [1]


def test_a_status_is_that_of_the_event_at_the_trigger() -> None:
    """The event at the gold trigger answers, however many others there are; without one it is missing."""
    probe = Probe("st1", TEXT, at("met"), ("done",), False, "plain")
    found = answer(probe, reading(replace(BOMBED, status="negated"), MET))
    assert found is not None and found.id == "e2"
    assert answer(probe, reading(BOMBED)) is None
    first = rows([(probe, found), (probe, None)])[0]
    assert first == ("all", 2, 1, 0, 1, 50.0, 100.0)
