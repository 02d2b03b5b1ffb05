"""The axes of closeness, as formulas on masses; arrays of any one shape go in, and the same shape comes out.

    engagement  LC = ln[(A0 + C) / (A0 + E share)]                      E = M_a M_b / M, leave-one-out
    hostility   LH = ln[(A0 + H) / (A0 + h0 V (E / (e0 V))^gamma share)]
    closeness   L  = LC - omega LH
    tenor       T  = (C - H + k m0) / (C + H + k)                       shown beside, no part of L

C and H are masses of cooperative and hostile acts, V is coverage, and h0 and e0 are frozen
(`dragoman.relations.index.reference`). The form is the logarithm of a Gamma-Poisson posterior mean with
forgetting: shrinkage, decay and normalisation by coverage in one. Masses and not means, because a mild rebuke
raises a mean of -9, and must not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dragoman.relations.index.table import Floats

if TYPE_CHECKING:
    from dragoman.relations.index.reference import Reference
    from dragoman.relations.weights import Weights


def decayed(weekly: Floats, keep: float) -> Floats:
    """Return masses that fade by ``keep`` a week and take in what is new; weeks are the last axis."""
    first = np.array(np.moveaxis(weekly, -1, 0), dtype=np.float64, order="C")
    for week in range(1, len(first)):
        first[week] += first[week - 1] * keep
    return np.moveaxis(first, 0, -1)


def expected_cooperation(of_first: Floats, of_second: Floats, total: Floats, own: Floats) -> Floats:
    """Return the cooperation that two states' ties to others lead one to expect (gravity).

    ``of_first`` and ``of_second`` are the two states' whole masses, ``total`` the sum of all states' masses
    (every pair twice), ``own`` the pair's, which is left out of all three.
    """
    rest = total - 2 * own
    others = np.maximum(of_first - own, 0.0) * np.maximum(of_second - own, 0.0)
    return np.where(rest > 1e-12, others / np.where(rest > 1e-12, rest, 1.0), 0.0)


def expected_hostility(expected: Floats, coverage: Floats, frozen: Reference, gamma: float) -> Floats:
    """Return the hostility that coverage and the pair's prominence lead one to expect."""
    seen = np.where(coverage > 1e-12, coverage, 1.0)
    prominence = np.maximum(expected, 1e-9) / (frozen.e0 * seen)
    return np.where(coverage > 1e-12, frozen.h0 * seen * prominence**gamma, 0.0)


def log_ratio(mass: Floats, expected: Floats, prior: float) -> Floats:
    """Return ln[(A0 + mass) / (A0 + expected)], either axis."""
    return np.log((prior + mass) / (prior + expected))


def composite(engagement: Floats, hostility: Floats, omega: float | Floats) -> Floats:
    """Return closeness from its two axes."""
    return engagement - omega * hostility


def tenor(cooperation: Floats, hostility: Floats, frozen: Reference, weights: Weights) -> Floats:
    """Return the balance of what was told, from -1 to 1, drawn to the corpus's own where little was."""
    k = weights.tenor_prior
    return (cooperation - hostility + k * frozen.tenor) / (cooperation + hostility + k)


def trigamma(x: Floats) -> Floats:
    """Return the trigamma function for x > 0, right to 2e-8.

    Eight steps of the recurrence psi1(x) = psi1(x + 1) + 1/x^2, then the asymptotic series (Abramowitz and
    Stegun, 6.4.6 and 6.4.12).
    """
    total = np.zeros_like(x, dtype=np.float64)
    z = np.asarray(x, dtype=np.float64).copy()
    for _ in range(8):
        total += 1.0 / (z * z)
        z += 1.0
    square = 1.0 / (z * z)
    series = 1 / 6 - square * (1 / 30 - square * (1 / 42 - square / 30))
    return np.asarray(total + 1.0 / z + square / 2 + square / z * series)


def log_gamma(x: Floats) -> Floats:
    """Return the logarithm of the gamma function for x > 0, right to 1e-9.

    Six steps of the recurrence Gamma(x + 1) = x Gamma(x), then Stirling's series (Abramowitz and Stegun,
    6.1.15 and 6.1.41).
    """
    z = np.asarray(x, dtype=np.float64)
    below = z * (z + 1) * (z + 2) * (z + 3) * (z + 4) * (z + 5)
    z = z + 6.0
    series = (1 / 12 - (1 / 360 - 1 / (1260 * z * z)) / (z * z)) / z
    return np.asarray((z - 0.5) * np.log(z) - z + 0.5 * np.log(2 * np.pi) + series - np.log(below))


def quick_deviation(cooperation: Floats, hostility: Floats, weights: Weights) -> Floats:
    """Return the standard deviation of closeness that the masses alone imply, for maps of many pairs.

    It is the posterior's, without outlets: sd^2 = psi1(A0 + C) + omega^2 psi1(A0 + H); 4.0 where nothing is
    known.
    """
    a0 = weights.prior_mass
    return np.sqrt(trigamma(a0 + cooperation) + weights.omega**2 * trigamma(a0 + hostility))
