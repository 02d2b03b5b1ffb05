"""Actor strings: the state and the PLOVER sector of phrases such as event coders meet.

Each sentence is an article of its own, with its day. Its phrase is asked as the phrases of events are,
and the actor that it is given answers. A state counts as *right* (it is the gold's or one that the gold
allows besides), *wrong*, or *open* (none was given); of phrases whose state nobody can know, a state that
is given all the same is *invented*. Sectors likewise. See gold/actors/README.md.

    python -m bench.actors [--development [--errors]] [--json OUT]

``--errors`` lists the faults, and only of the development set.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from bench.report import Cell, Table, parser, publish, share
from bench.strings import DEVELOPMENT, HELD_OUT, GoldString, read_strings
from dragoman.extract.actors import find_actors
from dragoman.extract.statements import find_statements
from dragoman.ingest import article_from_text
from dragoman.pipeline import Reader
from dragoman.records import Actor

Verdict = Literal["right", "wrong", "open", "invented", "none"]
NON_STATE = frozenset({"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"})


@dataclass(frozen=True, slots=True)
class Outcome:
    """One phrase, what the reader said of it, and what that was worth."""

    gold: GoldString
    said: tuple[str | None, str | None]
    """State and sector as given."""
    state: Verdict
    sector: Verdict


def answer(reader: Reader, gold: GoldString) -> Actor:
    """Return the actor that the reader gives a phrase, found the way the phrases of events are."""
    article = article_from_text(gold.text, verbatim=True, published=gold.published)
    analysis = reader.engine.analyze(article)
    drafts = find_statements(article, analysis, reader.is_publication)
    index = find_actors(article, analysis, reader.knowledge, drafts, [gold.span])
    return next(actor for actor in index.actors if actor.id == index.by_span[gold.span])


def judge(gold: GoldString, state: str | None, sector: str | None) -> Outcome:
    """Compare an actor's state and sector with the gold's."""
    beyond = sector if sector in NON_STATE else None
    return Outcome(
        gold,
        (state, sector),
        state=_state_verdict(gold.states, state, beyond),
        sector=_verdict(gold.sectors, sector, None if beyond else sector),
    )


def _state_verdict(right: tuple[str | None, ...], state: str | None, beyond: str | None) -> Verdict:
    """A code beyond states speaks for the state where none is given, and beside one where it is right."""
    if beyond in right and beyond is not None:
        return "right"
    return _verdict(right, state, state or beyond)


def _verdict(right: tuple[str | None, ...], said: str | None, plain: str | None) -> Verdict:
    if right[0] is None:
        return "none" if plain is None or said in right else "invented"
    if said in right or plain in right:
        return "right"
    return "open" if plain is None else "wrong"


def figures(outcomes: Sequence[Outcome]) -> dict[str, dict[str, int]]:
    """Count the verdicts on states and on sectors; ``known`` of them the gold has an answer for."""
    counted = {}
    for name in ("state", "sector"):
        verdicts = [getattr(outcome, name) for outcome in outcomes]
        of = {v: verdicts.count(v) for v in ("right", "wrong", "open", "invented", "none")}
        counted[name] = {"known": of["right"] + of["wrong"] + of["open"], **of}
    return counted


def tables(outcomes: Sequence[Outcome], title: str) -> list[Table]:
    """Lay out the totals and the share right by kind."""
    rows: list[tuple[Cell, ...]] = []
    for name, c in figures(outcomes).items():
        unknown = c["invented"] + c["none"]
        right = share(c["right"], c["known"])
        rows.append((name, c["known"], c["right"], c["wrong"], c["open"], right, c["invented"], unknown))
    head = ("", "known", "right", "wrong", "open", "right %", "invented", "of unknown")
    kinds = dict.fromkeys(outcome.gold.kind for outcome in outcomes)
    return [
        Table(title, head, tuple(rows)),
        Table(
            "By kind",
            ("kind", "states", "right %", "sectors", "right %"),
            tuple(_by_kind(kind, [o for o in outcomes if o.gold.kind == kind]) for kind in kinds),
        ),
    ]


def _by_kind(kind: str, outcomes: Sequence[Outcome]) -> tuple[Cell, ...]:
    counted = figures(outcomes).values()
    cells: list[Cell] = [kind]
    for c in counted:
        cells += [c["known"], share(c["right"], c["known"]) if c["known"] else None]
    return tuple(cells)


def faults(outcomes: Iterable[Outcome]) -> list[str]:
    """Return one line for each phrase with a fault, what was said against what is right."""
    lines = []
    for outcome in outcomes:
        gold = outcome.gold
        bad = [
            f"{name} {said} for {'/'.join(map(str, right))}"
            for name, verdict, said, right in (
                ("state", outcome.state, outcome.said[0], gold.states),
                ("sector", outcome.sector, outcome.said[1], gold.sectors),
            )
            if verdict not in ("right", "none")
        ]
        if bad:
            lines.append(f"{gold.id} {gold.kind:8} {gold.phrase!r}: {'; '.join(bad)}")
    return lines


def main() -> None:
    """Read every sentence, print the tables, and the faults where they may be looked at."""
    options = parser(__doc__)
    options.add_argument("--development", action="store_true", help="the development set instead")
    options.add_argument("--errors", action="store_true", help="list the faults (development set only)")
    chosen = options.parse_args()
    if chosen.errors and not chosen.development:
        options.error("the held-out set's errors stay unread; add --development")
    reader = Reader()
    outcomes = []
    for gold in read_strings(DEVELOPMENT if chosen.development else HELD_OUT):
        actor = answer(reader, gold)
        outcomes.append(judge(gold, actor.state, actor.sector))
    title = "Actor strings, development" if chosen.development else "Actor strings, held out"
    publish(tables(outcomes, title), {"strings": len(outcomes), **figures(outcomes)}, chosen.json)
    if chosen.errors:
        print("\n" + "\n".join(faults(outcomes)))


if __name__ == "__main__":
    main()
