"""Forecasts and scores for the eye."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from dragoman.ledgers.forecast_lines import ForecastLine
    from dragoman.relations.predictions.forecasts import Row


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """How well a claimant foretold; ``curve`` holds said, came true, low, high and count, a phrase each."""

    claimant: str
    resolved: int
    brier: float
    brier_low: float
    brier_high: float
    logarithmic: float
    reliability: float
    resolution: float
    uncertainty: float
    curve: tuple[tuple[float, float, float, float, int], ...]


def told_forecast(line: ForecastLine) -> str:
    """Return a forecast for the eye: state, claimant, words, condition, chance, time, what is proposed."""
    from dragoman.show.plain import isolated, one_line, shortened

    facts = [line.published.isoformat() if line.published else "undated", line.publication or "", line.id]
    where = "  ".join(one_line(fact) for fact in facts if fact)
    head = f"{click.style(line.forecast, bold=True)}  {line.state}  {click.style(where, dim=True)}"
    who = f"{one_line(line.claimant)}{f', {line.claimant_state}' if line.claimant_state else ''}"
    turned = " does not believe that" if line.polarity == "rejects" else ""
    words = isolated(shortened(one_line(line.proposition), 200))
    lines = [head, f"  {who}{turned}: {words}  [{line.start}:{line.end}]{_facts(line)}"]
    lines += [f"    told again  {one.published or 'undated'}  {one_line(one.publication or '')}  {one.id}"
              for one in line.told_again]  # fmt: skip
    for one in line.proposals:
        text = isolated(shortened(one_line(one.text), 160))
        lines.append(f"    by this?  {one.day}  {one.type}  {text}  [{one.start}:{one.end}]  {one.id}")
    return "\n".join(lines)


def _facts(line: ForecastLine) -> str:
    from dragoman.show.plain import one_line

    told = []
    if line.condition:
        told.append(f"condition: {one_line(line.condition)}")
    if line.chance is not None:
        low, high = line.chance_low or 0.0, line.chance_high or 0.0
        spread = f" ({low:.0%} to {high:.0%})" if low < high else ""
        told.append(f"{one_line(line.phrase or '')}: {line.chance:.0%}{spread}")
    elif line.phrase:
        told.append(f"{one_line(line.phrase)}: no number")
    if line.by_last:
        told.append(f"by {line.by_last}")
    return f"\n    {'; '.join(told)}" if told else ""


def score_lines(rows: Sequence[Row]) -> list[ScoreLine]:
    """Return the scores of all claimants with enough resolved forecasts."""
    from dragoman.relations.predictions.scoring import scores

    return [
        ScoreLine(one.claimant, one.count, one.brier, one.brier_low, one.brier_high, one.logarithmic,
                  one.reliability, one.resolution, one.uncertainty,
                  tuple((p.said, p.came, p.low, p.high, p.count) for p in one.curve))
        for one in scores(rows)
    ]  # fmt: skip


def told_scores(lines: Sequence[ScoreLine], rows: Sequence[Row]) -> str:
    """Return scores for the eye, and how many resolved forecasts the others have."""
    from dragoman.relations.predictions.scoring import ENOUGH
    from dragoman.show.plain import one_line

    told = []
    for line in lines:
        band = f"{line.brier:.3f} ({line.brier_low:.3f} to {line.brier_high:.3f})"
        parts = (
            f"{line.reliability:.3f} - resolution {line.resolution:.3f} + uncertainty {line.uncertainty:.3f}"
        )
        told.append(f"{one_line(line.claimant)}: {line.resolved} resolved; Brier {band}, logarithmic")
        told[-1] += f" {line.logarithmic:.3f}; reliability {parts}"
        for said, came, low, high, count in line.curve:
            told.append(f"  said {said:.0%}, came true {came:.0%} ({low:.0%} to {high:.0%}) of {count}")
    scored = {line.claimant for line in lines}
    resolved = Counter(
        row.first.claimant.name
        for row in rows
        if row.state in ("true", "false") and row.chance is not None and row.first.claimant.name not in scored
    )
    for name, count in sorted(resolved.items()):
        told.append(f"{one_line(name)}: {count} resolved with a number; from {ENOUGH} on there is a score")
    return "\n".join(told) or f"no resolved forecast has a number yet; scores begin at {ENOUGH} a claimant"
