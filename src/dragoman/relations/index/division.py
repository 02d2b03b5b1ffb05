"""A series divided into levels, exactly: how likely each division is, from how likely each stretch is.

Every stretch from one step to another has an evidence of its own: the probability of what was seen in it,
whatever its level, so that a level more must earn its place and no penalty is needed. Between steps a new
level begins with a fixed prior probability. Sums over all divisions at once are taken forwards and backwards,
and the best one is found on the same way (Fearnhead 2006, Exact and efficient Bayesian inference for
multiple changepoint problems).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dragoman.relations.index.axes import log_gamma
from dragoman.relations.index.table import Floats


@dataclass(frozen=True)
class Division:
    """The best division: the steps at which it begins new levels, in order; and for every step (steps + 1,)
    the probability that a level begins there, over all divisions."""

    begins: tuple[int, ...]
    probability: Floats

    def support(self, at: int, near: int) -> float:
        """Return the probability that a level begins within so many steps of a step."""
        return float(min(1.0, self.probability[max(at - near, 0) : at + near + 1].sum()))


def rate_evidence(counts: Floats, expected: Floats, shape: float) -> Floats:
    """Return the log evidence of each stretch (steps + 1, steps + 1; from, to) of how much was counted.

    Counts and what is expected are (steps,). The level, a factor on what is expected, has a Gamma prior of
    mean 1 and that shape; what no level changes is left out.
    """
    n, e = _sums(counts), _sums(expected)
    return np.asarray(
        log_gamma(n + shape)
        - log_gamma(np.array(shape))
        + shape * np.log(shape)
        - (n + shape) * np.log(e + shape)
    )


def size_evidence(counts: Floats, sizes: Floats, variation: float) -> Floats:
    """Return the log evidence of each stretch of how large the counted things are.

    ``sizes`` (steps,) are sums over what ``counts`` counts, of which each size is Gamma with the squared
    coefficient of ``variation``; the mean size has the prior of the whole, worth about two of them.
    """
    k = 1.0 / variation
    a = 1.0 + 2.0 * k
    b = a * sizes.sum() / counts.sum() / k
    n, s = _sums(counts), _sums(sizes)
    return np.asarray(
        log_gamma(k * n + a) - log_gamma(np.array(a)) + a * np.log(b) - (k * n + a) * np.log(b + s)
    )


def divide(evidence: Floats, least: int, chance: float) -> Division:
    """Return the best division into levels of at least so many steps, with what all others say of it.

    ``evidence`` (steps + 1, steps + 1) is of stretches from one step to before another; ``chance`` the prior
    probability that a level begins at a step.
    """
    n, cost = len(evidence) - 1, float(np.log(chance))
    until, best, since = (np.full(n + 1, -np.inf) for _ in range(3))
    last = np.zeros(n + 1, dtype=np.int64)
    until[0] = best[0] = since[n] = 0.0
    for end in range(least, n + 1):
        start = np.arange(end - least + 1)
        whole = evidence[start, end] + np.where(start > 0, cost, 0.0)
        until[end] = _log_sum(until[start] + whole)
        last[end] = int(np.argmax(best[start] + whole))
        best[end] = (best[start] + whole)[last[end]]
    for begin in range(n - least, -1, -1):
        end_ = np.arange(begin + least, n + 1)
        since[begin] = _log_sum(since[end_] + evidence[begin, end_] + np.where(end_ < n, cost, 0.0))
    probability = np.exp(np.minimum(until + since + cost - until[n], 0.0))
    probability[[0, n]] = 0.0
    return Division(_walked(last), probability)


def _sums(values: Floats) -> Floats:
    """Return the sum of each stretch (from, to); nothing where it ends before it begins."""
    total = np.concatenate([[0.0], np.cumsum(values)])
    return np.asarray(np.maximum(total[None, :] - total[:, None], 0.0))


def _log_sum(values: Floats) -> float:
    most = float(values.max())
    return most + float(np.log(np.exp(values - most).sum())) if np.isfinite(most) else -np.inf


def _walked(last: np.ndarray) -> tuple[int, ...]:
    found, at = [], int(last[-1])
    while at > 0:
        found.append(at)
        at = int(last[at])
    return tuple(found[::-1])
