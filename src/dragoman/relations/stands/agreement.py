"""Do two agree? By proposition, and by issue.

Of a proposition k on which both stand somewhere, A_k = 1 - |x_a - x_b| / 2. The verdict is *agree* where
P(|x_a - x_b| < 0.5) > 0.8, *differ* where P(|x_a - x_b| > 1) > 0.8, else *hint* where
`dragoman.relations.stands.hints` finds one, else *unknown*. Unknown is never a half: it has no A_k and counts
in no mean.

Of an issue, A = sum w_k A_k / sum w_k over the propositions that are known, with
w_k = sqrt(attention_a attention_b); ``coverage`` is the share of what both say on the issue that goes to
shared propositions, ``spread`` the largest A_k less the smallest.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from dragoman.relations.stands.hints import Hint, Readout, hints_of
from dragoman.relations.stands.stances import Standing
from dragoman.relations.weights import Weights

Verdict = Literal["agree", "differ", "hint", "unknown"]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two holders on one proposition; either standing is None where that one is silent.

    ``agreement`` is A_k in [0, 1] with its 90 % band, None where the verdict is a hint or unknown.
    """

    issue: str
    proposition: str
    first: Standing | None
    second: Standing | None
    verdict: Verdict
    agreement: float | None
    low: float | None
    high: float | None
    hints: tuple[Hint, ...]

    @property
    def weight(self) -> float:
        """How much it weighs in its issue: the geometric mean of both attentions."""
        if self.first is None or self.second is None:
            return 0.0
        return float(np.sqrt(self.first.attention * self.second.attention))


@dataclass(frozen=True, slots=True)
class IssueComparison:
    """Two holders on one issue: its propositions, and what they come to where enough is known."""

    issue: str
    propositions: tuple[Comparison, ...]
    agreement: float | None
    coverage: float
    spread: float | None

    @property
    def verdicts(self) -> dict[Verdict, int]:
        """How many propositions there are of each verdict."""
        found: dict[Verdict, int] = {"agree": 0, "differ": 0, "hint": 0, "unknown": 0}
        for one in self.propositions:
            found[one.verdict] += 1
        return found


def compare(
    standings: Mapping[tuple[str, str], Standing],
    first: str,
    second: str,
    weights: Weights,
    readouts: Sequence[Readout] = (),
) -> tuple[IssueComparison, ...]:
    """Return where two holders agree and differ, issue by issue, those with most said on them first.

    ``standings`` are what `dragoman.relations.stands.stances.standings` makes; ``readouts`` what either side
    told of meetings of the two.
    """
    both = {holder: _own(standings, holder) for holder in (first, second)}
    issues: dict[str, list[Comparison]] = {}
    for proposition in sorted({*both[first], *both[second]}):
        a, b = both[first].get(proposition), both[second].get(proposition)
        known = a or b
        assert known is not None
        others = [s for own in both.values() for s in own.values() if s.issue == known.issue]
        hints = hints_of((first, a), (second, b), others, readouts, weights)
        issues.setdefault(known.issue, []).append(_comparison(known, a, b, hints, weights))
    found = [_issue(name, propositions) for name, propositions in issues.items()]
    return tuple(sorted(found, key=lambda one: (-_said(one), one.issue)))


def _own(standings: Mapping[tuple[str, str], Standing], holder: str) -> dict[str, Standing]:
    return {proposition: one for (who, proposition), one in standings.items() if who == holder}


def _comparison(
    known: Standing, a: Standing | None, b: Standing | None, hints: tuple[Hint, ...], weights: Weights
) -> Comparison:
    verdict: Verdict = "hint" if hints else "unknown"
    agreement = low = high = None
    if a is not None and b is not None and min(a.effective, b.effective) >= weights.position_enough - 1e-9:
        apart = np.abs(a.draws(weights, 1) - b.draws(weights, 2))
        if (apart < weights.agree_within).mean() > weights.position_sure:
            verdict = "hint" if hints else "agree"
        elif (apart > weights.differ_beyond).mean() > weights.position_sure:
            verdict, hints = "differ", ()
        if verdict in ("agree", "differ"):
            agreement = 1 - abs(a.x - b.x) / 2
            low, high = (float(1 - q / 2) for q in np.quantile(apart, (0.95, 0.05)))
    return Comparison(known.issue, known.proposition, a, b, verdict, agreement, low, high, hints)


def _said(one: IssueComparison) -> float:
    return sum(s.attention for c in one.propositions for s in (c.first, c.second) if s is not None)


def _issue(name: str, propositions: list[Comparison]) -> IssueComparison:
    ordered = tuple(sorted(propositions, key=lambda c: (-c.weight, c.proposition)))
    known = [(c.weight, c.agreement) for c in ordered if c.agreement is not None]
    total = sum(weight for weight, _ in known)
    agreement = sum(weight * a for weight, a in known) / total if total else None
    values = [a for _, a in known]
    found = IssueComparison(name, ordered, agreement, 0.0, max(values) - min(values) if values else None)
    said = _said(found)
    shared = sum(
        c.first.attention + c.second.attention
        for c in ordered
        if c.first is not None and c.second is not None
    )
    return IssueComparison(name, ordered, agreement, shared / said if said else 0.0, found.spread)
