"""Status: the held-out probes, each one act whose standing hangs on a turn of phrase.

The event in question is the predicted one whose trigger, or a further mention's, overlaps the gold
trigger; of several, the one that overlaps most. Its status must be the gold's (or one that the gold
allows besides). Where there is none the probe is missing: wrong, and shown apart. What somebody denies
must come out as negated and has its own row. See gold/status/README.md.

    python -m bench.status [--errors N] [--json OUT]
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from annotation.phrases import WrongGold, occurrence

import dragoman
from bench.newswire import STATUSES
from bench.overlap import characters, jaccard
from bench.report import Cell, Table, parser, publish, share
from dragoman.records import Event, Reading, Span

PROBES = Path(__file__).parent / "gold" / "status" / "probes.jsonl"


@dataclass(frozen=True, slots=True)
class Probe:
    """One sentence; the first of ``statuses`` is the gold's, ``trap`` the turn of phrase probed."""

    id: str
    text: str
    trigger: Span
    statuses: tuple[str, ...]
    denied: bool
    trap: str

    @property
    def group(self) -> str:
        """The row that the probe counts in."""
        return "denied" if self.denied else self.statuses[0]


def read_probes(path: Path = PROBES) -> tuple[Probe, ...]:
    """Read the probes; WrongGold where a trigger doesn't occur or a status is unknown."""
    return tuple(_probe(line) for line in path.read_text(encoding="utf-8").splitlines())


def _probe(line: str) -> Probe:
    row = json.loads(line)
    statuses = (row["status"], *row.get("also_status", ()))
    if not set(statuses) <= set(STATUSES):
        raise WrongGold(f"unknown status in {statuses}: {row['text']!r}")
    trigger = occurrence(row["text"], row["trigger"])
    return Probe(row["id"], row["text"], trigger, statuses, row.get("denied", False), row["trap"])


def answer(probe: Probe, reading: Reading) -> Event | None:
    """Return the predicted event of the probe's act, None where there is none."""
    wanted = characters([probe.trigger], probe.text)

    def likeness(event: Event) -> float:
        told = (event.trigger, *event.mentions)
        return max(jaccard(wanted, characters([span], probe.text)) for span in told)

    best = max(reading.events, key=likeness, default=None)
    return best if best and likeness(best) > 0 else None


def rows(answers: Sequence[tuple[Probe, Event | None]]) -> list[tuple[Cell, ...]]:
    """Return one row a status: of how many, right, wrong, missing, and the two shares."""
    laid: list[tuple[Cell, ...]] = []
    for group in ("all", *STATUSES, "denied"):
        own = [(probe, event) for probe, event in answers if group in ("all", probe.group)]
        found = [(probe, event) for probe, event in own if event]
        right = sum(event.status in probe.statuses for probe, event in found)
        counts = (len(own), right, len(found) - right, len(own) - len(found))
        laid.append((group, *counts, share(right, len(own)), share(right, len(found))))
    return laid


def confusion(answers: Sequence[tuple[Probe, Event | None]]) -> Table:
    """Lay out the gold's status by the predicted one; a second reading that is right counts as the first."""
    counted: Counter[tuple[str, str]] = Counter()
    for probe, event in answers:
        if event is None:
            counted[probe.group, "missing"] += 1
        else:
            right = event.status in probe.statuses
            counted[probe.group, probe.statuses[0] if right else event.status] += 1
    said = (*STATUSES, "missing")
    lines: tuple[tuple[Cell, ...], ...] = tuple(
        (group, *(counted[group, name] for name in said)) for group in (*STATUSES, "denied")
    )
    return Table("Gold (down) by predicted (across)", ("", *said), lines)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the measure from the command line."""
    options = parser(__doc__)
    options.add_argument("--errors", type=int, default=0, metavar="N", help="show N probes that went wrong")
    chosen = options.parse_args(arguments)
    answers = [(probe, answer(probe, dragoman.read(probe.text, verbatim=True))) for probe in read_probes()]
    laid = rows(answers)
    head = ("status", "of", "right", "wrong", "missing", "% right", "% of found")
    figures: dict[str, object] = {str(row[0]): dict(zip(head[1:5], row[1:5], strict=True)) for row in laid}
    publish([Table("Status, held-out probes", head, tuple(laid)), confusion(answers)], figures, chosen.json)
    faults = [(p, event) for p, event in answers if event is None or event.status not in p.statuses]
    for probe, event in faults[: chosen.errors]:
        said = f"{event.status} ({event.type})" if event else "missing"
        print(f"\n{probe.id} [{probe.trap}] {probe.text}\n  {probe.trigger.of(probe.text)!r}: "
              f"{probe.group}, said {said}")  # fmt: skip


if __name__ == "__main__":
    main()
