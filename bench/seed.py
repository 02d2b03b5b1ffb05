"""The seed article, read verbatim: statements found, given to the right source, chains right, spurious.

A gold statement is found where a predicted one, paired with it one to one, shares at least half of
the characters of both contents (Jaccard >= 0.5; the strict row asks for 0.8). Its source is right
where the predicted actor is the gold's: the same name for a named one, all members for a compound
one; for a source that the article leaves unnamed the phrases must overlap and the actor be linked to
nobody; where there is no source there must be none. A chain is right where ``via`` names the same
actors in the same order. Predicted statements that pair with nothing in the gold are spurious.

    python -m bench.seed [--errors] [--json OUT]
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import dragoman
from bench.gold import GOLD_SEED, GoldSource, GoldStatement, read_statements
from bench.overlap import characters, jaccard, pairing
from bench.report import SHARED, Cell, Table, need, parser, publish, read_verbatim, share
from bench.sources import same_actor
from dragoman.records import Attributed, Reading, Statement

ARTICLE = SHARED / "seed-article.txt"

TARGETS = {"found": 95.0, "source": 90.0, "chains": 88.9}
"""The issue's 57 and 54 of 60 statements and 8 of 9 chains, in percent."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one gold statement; ``predicted`` is None where it wasn't found."""

    gold: GoldStatement
    predicted: Statement | None
    extent: float
    source: bool
    chain: bool
    parent: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """All verdicts, in the gold's order, and the predicted statements that pair with nothing."""

    verdicts: tuple[Verdict, ...]
    spurious: tuple[Statement, ...]


def judge(gold: Sequence[GoldStatement], reading: Reading) -> Outcome:
    """Pair a reading's statements with the gold's and judge each pair."""
    text = reading.text
    wanted = [characters(statement.content, text) for statement in gold]
    offered = [characters(statement.content, text) for statement in reading.statements]
    scores = {}
    for i, extent in enumerate(wanted):
        for j, other in enumerate(offered):
            if (overlap := jaccard(extent, other)) >= 0.5:
                scores[i, j] = overlap + _agreement(gold[i], reading.statements[j], reading)
    pairs = pairing(scores)
    found = {gold[i].id: reading.statements[j].id for i, j in pairs.items()}
    verdicts = []
    for i, statement in enumerate(gold):
        at = pairs.get(i)
        predicted = None if at is None else reading.statements[at]
        shared = 0.0 if at is None else jaccard(wanted[i], offered[at])
        verdicts.append(_verdict(statement, predicted, shared, reading, found))
    spurious = [s for j, s in enumerate(reading.statements) if j not in pairs.values()]
    return Outcome(tuple(verdicts), tuple(spurious))


def _agreement(gold: GoldStatement, predicted: Statement, reading: Reading) -> float:
    """Prefer, among pairs of like extent, the one with the right source, then the same cue."""
    cue = jaccard(characters(gold.cue, reading.text), characters(predicted.cue, reading.text))
    place = _overlap(gold.source, predicted.source)
    return 0.4 * right_source(gold.source, predicted.source, reading) + 0.2 * cue + 0.1 * place


def _verdict(
    gold: GoldStatement, predicted: Statement | None, extent: float, reading: Reading, found: dict[str, str]
) -> Verdict:
    if predicted is None:
        return Verdict(gold, None, 0.0, False, False, False)
    chain = len(gold.via) == len(predicted.via) and all(
        same_actor((link.actor,), (), reading.actor(said.actor), reading)
        for link, said in zip(gold.via, predicted.via, strict=True)
    )
    parent = predicted.parent == (found.get(gold.parent, "") if gold.parent else None)
    return Verdict(
        gold, predicted, extent, right_source(gold.source, predicted.source, reading), chain, parent
    )


def _overlap(gold: GoldSource | None, predicted: Attributed | None) -> bool:
    return bool(gold and predicted and gold.span and gold.span.overlaps(predicted.span))


def right_source(gold: GoldSource | None, predicted: Attributed | None, reading: Reading) -> bool:
    """Say whether a predicted source is the gold's actor (see the module's docstring)."""
    if gold is None or predicted is None:
        return gold is None and predicted is None
    actor = reading.actor(predicted.actor)
    if gold.anonymous:
        return _overlap(gold, predicted) and actor.ref is None
    return same_actor((gold.actor,), gold.members, actor, reading)


def figures(outcome: Outcome) -> dict[str, dict[str, int]]:
    """Count the verdicts of each tier: gold, found, strict, source, parent; chains; spurious."""
    counted: dict[str, dict[str, int]] = {}
    for tier in ("said", "held", "optional"):
        own = [v for v in outcome.verdicts if v.gold.tier == tier]
        counted[tier] = {
            "gold": len(own),
            "found": sum(v.predicted is not None for v in own),
            "strict": sum(v.extent >= 0.8 for v in own),
            "source": sum(v.source for v in own),
            "nested": sum(v.gold.parent is not None for v in own),
            "parent": sum(v.parent for v in own if v.gold.parent is not None),
        }
    chained = [v for v in outcome.verdicts if v.gold.via]
    invented = sum(bool(v.predicted and v.predicted.via and not v.gold.via) for v in outcome.verdicts)
    counted["chains"] = {"gold": len(chained), "right": sum(v.chain for v in chained), "invented": invented}
    counted["spurious"] = {"statements": len(outcome.spurious)}
    return counted


def tables(counted: dict[str, dict[str, int]]) -> list[Table]:
    """Lay the counts out as the issue states its targets."""
    said, chains = counted["said"], counted["chains"]
    rows: list[tuple[Cell, ...]] = [
        _row("found with the right extent", said["found"], said["gold"], TARGETS["found"]),
        _row("  the same, strict (Jaccard 0.8)", said["strict"], said["gold"]),
        _row("given to the right source", said["source"], said["gold"], TARGETS["source"]),
        _row("chains right", chains["right"], chains["gold"], TARGETS["chains"]),
        ("chains invented", chains["invented"], None, None, None),
        ("spurious statements", counted["spurious"]["statements"], None, None, None),
    ]
    for tier in ("said", "held", "optional"):
        own = counted[tier]
        rows.append(_row(f"{tier}: found", own["found"], own["gold"]))
        rows.append(_row(f"{tier}: right source", own["source"], own["gold"]))
        rows.append(_row(f"{tier}: nested, right parent", own["parent"], own["nested"]))
    return [Table("The seed article, verbatim", ("", "right", "of", "%", "target %"), tuple(rows))]


def _row(label: str, right: int, whole: int, target: float | None = None) -> tuple[Cell, ...]:
    return label, right, whole, share(right, whole), target


def errors(outcome: Outcome, reading: Reading) -> str:
    """List what was missed, given to the wrong source, chained wrongly or made up."""
    lines, text = [], reading.text
    for verdict in outcome.verdicts:
        kind = _kind(verdict)
        if not kind or (verdict.gold.tier == "optional" and kind == "missed"):
            continue
        gold, got = verdict.gold, verdict.predicted
        lines.append(f"{kind:13} {gold.id} [{gold.tier}] {gold.source.actor if gold.source else None!s:.30}: "
                     f"{_snippet(gold.content[0].of(text))}")  # fmt: skip
        if got:
            via = [link.span.of(text) for link in got.via]
            lines.append(f"{'':13} got {_phrase(got.source, reading)} via {via}"
                         f" extent {verdict.extent:.2f}")  # fmt: skip
    for statement in outcome.spurious:
        cue = " … ".join(span.of(text) for span in statement.cue)
        lines.append(f"spurious      {statement.id} {_phrase(statement.source, reading)} [{cue}]: "
                     f"{_snippet(statement.content[0].of(text))}")  # fmt: skip
    return "\n".join(lines)


def _kind(verdict: Verdict) -> str:
    if verdict.predicted is None:
        return "missed"
    if not verdict.source:
        return "wrong source"
    return "" if verdict.chain else "wrong chain"


def _phrase(source: Attributed | None, reading: Reading) -> str:
    if source is None:
        return "nobody"
    return f"{reading.actor(source.actor).name!r} ({source.span.of(reading.text)})"


def _snippet(text: str) -> str:
    return text if len(text) < 70 else f"{text[:45]} … {text[-20:]}"


def measure(article: Path = ARTICLE, gold: Path = GOLD_SEED) -> tuple[Outcome, Reading]:
    """Read the article through the whole pipeline and judge it against the gold."""
    text = read_verbatim(article)
    reading = dragoman.read(article, verbatim=True)
    return judge(read_statements(gold, text), reading), reading


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the measure from the command line."""
    options = parser(__doc__)
    options.add_argument("--errors", action="store_true", help="list what is missed, wrong or made up")
    chosen = options.parse_args(arguments)
    need(ARTICLE)
    outcome, reading = measure()
    counted = figures(outcome)
    publish(tables(counted), {"seed": counted}, chosen.json)
    if chosen.errors:
        print("\n" + errors(outcome, reading))


if __name__ == "__main__":
    main()
