"""Belief: how far an act is believed to have happened, from independent origins and never from their number
of copies.

    v = 1 - prod over origins (1 - q),   q = reliability * probability * depth_decay ^ (depth - 1)

An origin's q is the best of its reports'. v is at most 1: attention raises the belief in an act, never its
size.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dragoman.relations.index.table import ActTable, Floats, Ints
from dragoman.relations.weights import Weights


def report_belief(table: ActTable, weights: Weights, chosen: Ints | None = None) -> Floats:
    """Return q of every report by itself, or of the ``chosen`` ones."""
    rho = np.array([weights.families.get(name, weights.reliability) for name in table.families])
    at = slice(None) if chosen is None else chosen
    faded = weights.depth_decay ** (table.depth[at] - 1)
    return np.asarray(np.minimum(rho[table.family[at]] * table.probability[at] * faded, 1.0))


def act_belief(
    table: ActTable, weights: Weights, acts: Ints | None = None, without: int | None = None
) -> tuple[Floats, Floats]:
    """Return belief and authority of every act, or of ``acts`` (sorted, each once), both one value an act.

    An act's authority is the greatest among its reports', 1 for acts that are more than words. ``without``
    leaves the reports of an outlet family out; where no report is left both are 0.
    """
    chosen = None if acts is None else table.reports_of(acts)
    at = slice(None) if chosen is None else chosen
    q, told, origin, of = (
        report_belief(table, weights, chosen),
        table.authority[at],
        table.origin[at],
        table.report_act[at],
    )
    n = len(table)
    if acts is not None:
        n, of = len(acts), np.searchsorted(acts, of)
    if without is not None:
        gone = table.family[at] == without
        q, told = np.where(gone, 0.0, q), np.where(gone, 0.0, told)
    starts = np.flatnonzero(np.diff(origin, prepend=-1))
    if len(starts) < len(q):
        best, act_of = np.maximum.reduceat(q, starts), of[starts]
    else:
        best, act_of = q, of
    silence, voice = np.ones(n), np.zeros(n)
    np.multiply.at(silence, act_of, 1.0 - best)
    np.maximum.at(voice, of, told)
    words = table.words if acts is None else table.words[acts]
    return 1.0 - silence, np.where(words, voice, np.where(silence < 1.0, 1.0, 0.0))


def best_of_origins(table: ActTable, q: Floats) -> tuple[Floats, NDArray[np.intp]]:
    """Return the best q of each origin, and where each begins among the reports."""
    starts = np.flatnonzero(np.diff(table.origin, prepend=-1))
    return (np.maximum.reduceat(q, starts) if len(starts) else q), starts
