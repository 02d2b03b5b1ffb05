"""The sample press as a story: what four states did to each other, against a list made with a pencil.

    python -m bench.press_story [--errors] [--json OUT]

``development/press/acts.tsv`` has every act of words or deeds between Russia, Iran, the United States and
Turkey that the 42 articles tell of. An act is seen where an event tells of it in its place; right where one
such event also has its type, whether it happened, and two of its states on opposite sides (or side by side,
where the act is mutual). What relations take for an act between two of the four counts as there where the
list has one of its type and states in its place; a title counts as the place of whatever its article tells.
The press is read as `dragoman add` reads it. These
articles are for development: ``--errors`` lists what is lost and what is not there.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bench.report import EXAMPLES, ROOT, Cell, Table, parser, publish, share
from dragoman.adding import Adder
from dragoman.ingest.sources import sources
from dragoman.records import Article, Event, Reading, Span, Versions
from dragoman.relating import acts
from dragoman.relations import Act
from dragoman.store import Store, open_store

LIST = ROOT / "bench" / "development" / "press" / "acts.tsv"
FOUR = frozenset({"RUS", "IRN", "USA", "TUR"})
PAIRS = {
    "Iran and Russia": {"IRN", "RUS"},
    "Russia and United States": {"RUS", "USA"},
    "Iran and United States": {"IRN", "USA"},
    "Russia and Turkey": {"RUS", "TUR"},
    "all": set[str](),
}


@dataclass(frozen=True, slots=True)
class Listed:
    """One act of the list; ``day`` is None where the article leaves it open."""

    article: str
    day: date | None
    states: frozenset[str]
    types: frozenset[str]
    happened: bool
    words: str


@dataclass(frozen=True, slots=True)
class Found:
    """An act of the store between two of the four: one telling's article and span, and the act."""

    article: str
    span: Span
    act: Act


def listed(path: Path = LIST) -> tuple[Listed, ...]:
    """Return the list, in its order."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    return tuple(
        Listed(
            article, None if day == "-" else date.fromisoformat(day), frozenset(states.split()),
            frozenset(types.split("|")), told == "done", words,
        )
        for article, day, states, types, told, words in rows
    )  # fmt: skip


def found_in(store: Store) -> Iterator[Found]:
    """Yield each telling of each act between two of the four, happened or not."""
    for act in acts(store):
        if any(set(pair) <= FOUR for pair in act.directed_pairs):
            for report in act.reports:
                if report.span is not None:
                    yield Found(report.document, report.span, act)


def right(one: Listed, act: Act) -> bool:
    """Say whether an act is the listed one: its type, its states, and whether it happened."""
    pairs = [frozenset(pair) for pair in act.directed_pairs]
    return act.type in one.types and act.happened == one.happened and any(p <= one.states for p in pairs)


def _place(one: Listed, reading: Reading) -> tuple[int, int]:
    """Where the listed words stand; ValueError where the article hasn't got them."""
    first = reading.text.index(one.words)
    return first, first + len(one.words)


def _seen(event: Event, place: tuple[int, int]) -> bool:
    triggers = (event.trigger, *event.mentions)
    return any(span.start < place[1] and place[0] < span.end for span in (event.span, *triggers))


def _name(origin: str) -> str:
    return str(Path(origin).relative_to(EXAMPLES).with_suffix(""))


def identified(article: Article) -> str:
    """Return the id that an article's reading has in a store."""
    return Reading(article, (), (), Versions("", "", "")).id


def measure(folder: Path) -> tuple[list[Table], dict[str, object], list[str]]:
    """Read the sample press into a store in ``folder``; return the tables, the figures, and the errors."""
    with open_store(str(folder / "press.sqlite"), create=True) as store:
        for _ in Adder(store).add(sources(str(EXAMPLES))):
            pass
        readings = {
            _name(one.origin): store.load(identified(one.article())) for one in sources(str(EXAMPLES))
        }
        told = list(found_in(store))
    wanted = listed()
    rows, errors, used = [], [], set[int]()
    for one in wanted:
        reading = readings[one.article]
        place = _place(one, reading)
        here = [n for n, found in enumerate(told) if found.article == reading.id and right(one, found.act)]
        fits = [n for n in here if _meets(told[n], reading, place)]
        used.update(fits, (n for n in here if told[n].span.start < len(reading.article.title or "")))
        seen = any(_seen(event, place) for event in reading.events)
        dated = one.day is None or any(told[n].act.day == one.day for n in fits)
        rows.append((one, (seen, bool(fits), bool(fits) and dated)))
        if not fits:
            errors.append(f"lost     {'seen' if seen else '    '} {one.article}: {one.words}")
    false = [f for n, f in enumerate(told) if f.act.happened and n not in used]
    errors += [_shown(f, readings) for f in false]
    return *_tables(rows, sum(f.act.happened for f in told), len(false)), errors


def _meets(found: Found, reading: Reading, place: tuple[int, int]) -> bool:
    """Say whether a telling stands in a place, or mentions its act again there."""
    return any(event.span == found.span and _seen(event, place) for event in reading.events)


def _shown(found: Found, readings: dict[str, Reading]) -> str:
    name, reading = next((n, r) for n, r in readings.items() if r.id == found.article)
    text = " ".join(reading.text[found.span.start : found.span.end].split())
    sides = f"{','.join(found.act.actors)} > {','.join(found.act.recipients)}"
    return f"not there {name}: {found.act.type} {sides}: {text}"


def _tables(
    rows: Sequence[tuple[Listed, tuple[bool, bool, bool]]], shown: int, false: int
) -> tuple[list[Table], dict[str, object]]:
    lines: list[tuple[Cell, ...]] = []
    figures: dict[str, object] = {"shown": shown, "not there": false}
    for name, pair in PAIRS.items():
        own = [row for row in rows if pair <= row[0].states]
        counts = [sum(row[1][n] for row in own) for n in range(3)]
        lines.append((name, len(own), *(share(count, len(own)) for count in counts)))
        figures[name] = {"listed": len(own), "seen": counts[0], "right": counts[1], "dated": counts[2]}
    acts_table = Table(
        "Acts of the sample press, %",
        ("pair", "listed", "seen", "right", "right, with its day"),
        tuple(lines),
    )
    precision = Table(
        "Tellings of acts that happened between two of the four",
        ("shown", "not on the list, or wrong", "right, %"),
        ((shown, false, share(shown - false, shown)),),
    )
    return [acts_table, precision], figures


def main(arguments: Sequence[str] | None = None) -> None:
    """Read, measure, print."""
    command = parser(__doc__)
    command.add_argument("--errors", action="store_true", help="list what is lost and what is not there")
    options = command.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        tables, figures, errors = measure(Path(folder))
    publish(tables, figures, options.json)
    if options.errors:
        print("\n" + "\n".join(errors))


if __name__ == "__main__":
    main()
