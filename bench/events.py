"""Events: the held-out newswire sentences, each read on its own, against their annotation.

A gold event is found where a predicted one of its type (or of a type that the gold allows besides) can
be paired with it, one to one; among several, the one with the same trigger, actors and status. Its
roles are right where every gold actor and every gold recipient is met on its side. Two ways of meeting:
*phrase*, a mention of the actor overlaps the gold phrase or the state is the same; *state*, the state is
the same, and only where the gold gives none do mentions count. Actors without a recipient ("X and Y
met") may stand on either side. Predicted events without a partner are spurious; optional gold events
count for nothing, nor do predictions that pair with them. See gold/events/README.md.

    python -m bench.events [--development] [--errors N] [--json OUT]

``--development`` reads the training sentences that are held out (every tenth): look at errors there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import get_args

import dragoman
from bench.newswire import STATUSES, GoldEvent, GoldRole, GoldSentence, read_development, read_sentences
from bench.overlap import pairing
from bench.report import Cell, Table, parser, publish, share
from dragoman.records import Event, EventType, Reading


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one gold event; ``predicted`` is None where it wasn't found."""

    gold: GoldEvent
    predicted: Event | None
    source: bool = False
    target: bool = False
    by_state: bool = False
    trigger: bool = False
    status: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """The verdicts on one sentence, and the predicted events that pair with nothing."""

    sentence: GoldSentence
    verdicts: tuple[Verdict, ...]
    spurious: tuple[Event, ...]


def met(role: GoldRole, identifiers: Iterable[str], reading: Reading, *, by_state: bool) -> bool:
    """Say whether one of the actors, or a member of one, is the gold's (see the module's docstring)."""
    actors = [reading.actor(identifier) for identifier in identifiers]
    actors += [reading.actor(member) for actor in actors for member in actor.members]
    same_state = role.state is not None and any(actor.state == role.state for actor in actors)
    if by_state and role.state is not None:
        return same_state
    return same_state or any(mention.overlaps(role.span) for actor in actors for mention in actor.mentions)


def roles_met(gold: GoldEvent, event: Event, reading: Reading, *, by_state: bool) -> tuple[bool, bool]:
    """Say whether all of the gold's actors, and all of its recipients, are met."""
    mutual = len(gold.actors) > 1 and not gold.recipients
    acting = (*event.actors, *event.recipients) if mutual else event.actors
    return (
        all(met(role, acting, reading, by_state=by_state) for role in gold.actors),
        all(met(role, event.recipients, reading, by_state=by_state) for role in gold.recipients),
    )


def judge(sentence: GoldSentence, reading: Reading) -> Outcome:
    """Pair a reading's events with the gold's and judge each pair."""
    scores = {}
    for i, gold in enumerate(sentence.events):
        for j, event in enumerate(reading.events):
            if event.type in gold.types:
                parts = _verdict(gold, event, reading)
                likeness = 4 * parts.trigger + 2 * parts.source + parts.target + parts.status
                scores[i, j] = likeness + 2.0 * (not gold.optional) + 0.5 * (event.type == gold.types[0])
    pairs = pairing(scores)
    verdicts = tuple(
        _verdict(gold, reading.events[pairs[i]], reading) if i in pairs else Verdict(gold, None)
        for i, gold in enumerate(sentence.events)
    )
    spurious = tuple(event for j, event in enumerate(reading.events) if j not in pairs.values())
    return Outcome(sentence, verdicts, spurious)


def _verdict(gold: GoldEvent, event: Event, reading: Reading) -> Verdict:
    source, target = roles_met(gold, event, reading, by_state=False)
    return Verdict(
        gold, event, source, target,
        by_state=all(roles_met(gold, event, reading, by_state=True)),
        trigger=event.trigger.overlaps(gold.trigger) or any(m.overlaps(gold.trigger) for m in event.mentions),
        status=event.status in gold.statuses,
    )  # fmt: skip


def required(outcomes: Iterable[Outcome]) -> list[Verdict]:
    """Return the verdicts on the events that must be found."""
    return [v for outcome in outcomes for v in outcome.verdicts if not v.gold.optional]


def figures(outcomes: Sequence[Outcome]) -> dict[str, int]:
    """Count what the summary shows; roles, status and the like among the required events that are found."""
    verdicts = required(outcomes)
    found = [v for v in verdicts if v.predicted]
    spurious = sum(len(outcome.spurious) for outcome in outcomes)
    empty = [outcome for outcome in outcomes if not outcome.sentence.events]
    return {
        "gold": len(verdicts),
        "type": len(found),
        "trigger": sum(v.trigger for v in found),
        "source": sum(v.source for v in found),
        "target": sum(v.target for v in found),
        "triple": sum(v.source and v.target for v in found),
        "triple by state": sum(v.by_state for v in found),
        "status": sum(v.status for v in found),
        "triple and status": sum(v.source and v.target and v.status for v in found),
        "in speech": sum(
            v.gold.statement == (v.predicted.statement is not None) for v in found if v.predicted
        ),
        "with mode": sum(v.gold.mode is not None for v in found),
        "mode": sum(v.gold.mode == v.predicted.mode for v in found if v.predicted and v.gold.mode),
        "spurious": spurious,
        "predicted": len(found) + spurious,
        "sentences": len(outcomes),
        "empty sentences": len(empty),
        "spurious in empty": sum(len(outcome.spurious) for outcome in empty),
    }


def tables(outcomes: Sequence[Outcome]) -> list[Table]:
    """Lay out the summary, and recall by type and by status."""
    c = figures(outcomes)
    of_gold = ("type", "trigger", "source", "target", "triple", "triple by state", "triple and status")
    of_found = ("status", "in speech")
    laid: list[tuple[Cell, ...]] = [
        (f"{n}: of gold", c[n], c["gold"], share(c[n], c["gold"])) for n in of_gold
    ]
    laid.append(("type: precision", c["type"], c["predicted"], share(c["type"], c["predicted"])))
    laid += [(f"{n}: of found", c[n], c["type"], share(c[n], c["type"])) for n in of_found]
    laid.append(("mode: of found with one", c["mode"], c["with mode"], share(c["mode"], c["with mode"])))
    laid.append(
        (
            "spurious in a hundred sentences",
            c["spurious"],
            c["sentences"],
            share(c["spurious"], c["sentences"]),
        )
    )
    laid.append(("  where nothing happens", c["spurious in empty"], c["empty sentences"],
                 share(c["spurious in empty"], c["empty sentences"])))  # fmt: skip
    head = ("", "right", "of", "%")
    return [Table("Events, held-out newswire", head, tuple(laid)), by_type(outcomes), by_status(outcomes)]


def by_type(outcomes: Sequence[Outcome]) -> Table:
    """Lay out, for each type: gold, found, with right roles, spurious, recall and precision."""
    spurious = Counter(event.type for outcome in outcomes for event in outcome.spurious)
    rows: list[tuple[Cell, ...]] = []
    for name in get_args(EventType):
        own = [v for v in required(outcomes) if v.gold.types[0] == name]
        found = [v for v in own if v.predicted]
        triple = sum(v.source and v.target for v in found)
        exact = share(len(found), len(found) + spurious[name])
        recall = share(len(found), len(own)), share(triple, len(own))
        rows.append((name, len(own), len(found), triple, spurious[name], *recall, exact))
    head = ("type", "gold", "found", "triple", "spurious", "recall %", "triple %", "precision %")
    return Table("By type", head, tuple(rows))


def by_status(outcomes: Sequence[Outcome]) -> Table:
    """Lay out, for each status: gold, found, status right of the found, and the two shares."""
    rows: list[tuple[Cell, ...]] = []
    for name in STATUSES:
        own = [v for v in required(outcomes) if v.gold.statuses[0] == name]
        found = [v for v in own if v.predicted]
        right = sum(v.status for v in found)
        rows.append(
            (name, len(own), len(found), right, share(len(found), len(own)), share(right, len(found)))
        )
    return Table("By status", ("status", "gold", "found", "right", "found %", "right %"), tuple(rows))


def told(outcome: Outcome) -> list[str]:
    """Return one line for each fault of a sentence."""
    text = outcome.sentence.text
    lines = [f"  spurious {e.type} {e.status} {e.trigger.of(text)!r}" for e in outcome.spurious]
    for verdict in outcome.verdicts:
        gold, event = verdict.gold, verdict.predicted
        label = f"{gold.types[0]} {gold.statuses[0]} {gold.trigger.of(text)!r}"
        if event is None:
            lines += [] if gold.optional else [f"  missing  {label}"]
            continue
        faults = [name for name in ("source", "target", "status") if not getattr(verdict, name)]
        if faults and not gold.optional:
            lines.append(
                f"  wrong    {label}: {', '.join(faults)} ({event.status} {event.trigger.of(text)!r})"
            )
    return lines


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the measure from the command line."""
    options = parser(__doc__)
    options.add_argument("--errors", type=int, default=0, metavar="N", help="show the N worst sentences")
    options.add_argument("--development", action="store_true", help="read held-out training sentences")
    chosen = options.parse_args(arguments)
    sentences = read_development() if chosen.development else read_sentences()
    outcomes = [judge(s, dragoman.read(s.text, verbatim=True, published=s.published)) for s in sentences]
    publish(tables(outcomes), dict(figures(outcomes)), chosen.json)
    for outcome in sorted(outcomes, key=lambda o: -len(told(o)))[: chosen.errors]:
        print("\n".join([f"\n{outcome.sentence.id} {outcome.sentence.text}", *told(outcome)]))


if __name__ == "__main__":
    main()
