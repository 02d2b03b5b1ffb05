"""Belief: how far an act is believed to have happened, from independent origins and never from their number
of copies.

    v = 1 - prod over origins (1 - q),   q = reliability * probability * depth_decay ^ (depth - 1)

An origin's q is the best of its reports'. v is at most 1: attention raises the belief in an act, never its
size.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dragoman.relations.table import ActTable, Floats
from dragoman.relations.weights import Weights


def report_belief(table: ActTable, weights: Weights, reliability: float | None = None) -> Floats:
    """Return q of every report by itself (reports,); ``reliability`` stands in for the file's general one."""
    general = weights.reliability if reliability is None else reliability
    rho = np.array([weights.families.get(name, general) for name in table.families] or [general])
    return np.asarray(
        np.minimum(rho[table.family] * table.probability * weights.depth_decay ** (table.depth - 1), 1.0)
    )


def act_belief(table: ActTable, weights: Weights, without: int | None = None) -> tuple[Floats, Floats]:
    """Return belief and authority of every act, both (acts,); ``without`` leaves the reports of a family out.

    An act's authority is the greatest among its reports', 1 for acts that are more than words, 0 where no
    report is left.
    """
    q = report_belief(table, weights)
    told = table.authority
    if without is not None:
        gone = table.family == without
        q, told = np.where(gone, 0.0, q), np.where(gone, 0.0, told)
    n = len(table)
    if len(table.origin) == n and bool(np.all(table.report_act == np.arange(n))):
        best, act_of, voice = q, table.report_act, told
        silence = 1.0 - q
    else:
        best, starts = best_of_origins(table, q)
        act_of = table.report_act[starts]
        silence = np.ones(n)
        np.multiply.at(silence, act_of, 1.0 - best)
        voice = np.zeros(n)
        np.maximum.at(voice, table.report_act, told)
    return 1.0 - silence, np.where(table.words, voice, 1.0)


def best_of_origins(table: ActTable, q: Floats) -> tuple[Floats, NDArray[np.intp]]:
    """Return the best q of each origin, and where each begins among the reports."""
    starts = np.flatnonzero(np.diff(table.origin, prepend=-1))
    return (np.maximum.reduceat(q, starts) if len(starts) else q), starts
