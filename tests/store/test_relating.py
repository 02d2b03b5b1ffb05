"""Acts between states out of the store: told by many, copied, with roots and issues."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from pressroom import DAY, reading

from dragoman.layering import Layers
from dragoman.records import Attributed, Reading, Span, Statement
from dragoman.relating import acts
from dragoman.relations import Act
from dragoman.store import open_store

TEXT = "Northland put duties on fish from Southland on Monday, and its traders shut their stalls at once."
OTHER = "Fish that comes over the strait will cost more from now on, after a decree that nobody had foreseen."


def told(one: Reading, issue: str | None = None) -> Reading:
    """Let Westland say what the article tells, on an issue."""
    said = Statement(
        "s1", Attributed("a3", Span(0, 4)), (Attributed("a4", Span(0, 4)),), (), (Span(0, 40),), "indirect",
        "assertion", "affirms", (), (issue,) if issue else (), None, 0.9,
    )  # fmt: skip
    events = tuple(replace(event, statement="s1") for event in one.events)
    return replace(one, statements=(said,), events=events)


def found(tmp_path: Path, *readings: Reading) -> tuple[Act, ...]:
    """Return the acts of a store that holds some readings."""
    with open_store(str(tmp_path / "s.sqlite"), create=True) as store:
        for one in readings:
            store.add(one)
        Layers(store).bring_in()
        return tuple(acts(store))


def test_an_act_has_a_report_for_each_telling(tmp_path: Path) -> None:
    """A wire, its copy and an article of its own: one act, three reports, two texts behind them."""
    deed = (("SANCTION", "Northland", "Southland", 0, "done"),)
    wire = reading(TEXT, deed, DAY, "Specimen Wire")
    copy = reading(f"{TEXT} (Copied.)", deed, DAY + timedelta(1), "The Copying Courier")
    own = told(reading(OTHER, deed, DAY, "Later Post"), "fish-trade")
    (act,) = found(tmp_path, wire, copy, own)
    assert (act.type, act.status, act.day) == ("SANCTION", "done", DAY)
    assert (act.actors, act.recipients) == (("NOR",), ("SWE",))
    assert len(act.reports) == 3 and {report.copy for report in act.reports} == {wire.id, own.id}
    by = {report.family: report for report in act.reports}
    assert by["copying courier"].copy == wire.id and by["copying courier"].root == "copying courier"
    assert by["later post"].root.startswith("naming:") and by["later post"].depth == 2
    assert act.issues == (("fish-trade", 1.0),)
    texts = {one.id: one.text for one in (wire, copy, own)}
    assert all(texts[r.document][slice(*r.span)] for r in act.reports if r.span)


def test_issues_are_shares_of_one(tmp_path: Path) -> None:
    """Two texts that see an act as part of two matters give each half of it."""
    deed = (("SANCTION", "Northland", "Southland", 0, "done"),)
    one = told(reading(TEXT, deed, DAY, "Specimen Wire"), "fish-trade")
    two = told(reading(OTHER, deed, DAY, "Later Post"), "straits")
    (act,) = found(tmp_path, one, two)
    assert act.issues == (("fish-trade", 0.5), ("straits", 0.5))


def test_what_involves_one_state_or_no_day_is_left_out(tmp_path: Path) -> None:
    """A state's own affairs and the undated are no acts between states on a day."""
    inner = reading(TEXT, (("COERCE", "Northland", "", 0, "done"),))
    undated = reading(OTHER, (("SANCTION", "Northland", "Southland", None, "done"),), None)
    assert found(tmp_path, inner, undated) == ()
