"""A table of acts as it was on a day: what happened later is not in it, as if it had never been read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TypeVar

import numpy as np

from dragoman.relations.acts import NO_ISSUE
from dragoman.relations.index.table import ActTable, Ints, day_number

Name = TypeVar("Name")


def earlier(table: ActTable, until: date) -> ActTable:
    """Return the acts to a day, the same to the last number as a table made of those acts alone.

    Acts stand in the order of their days, and rows, reports and parts in the order of their acts, so that
    the earlier ones are the beginning of each column.
    """
    n = int(np.searchsorted(table.day, day_number(until), "right"))
    rows, told, parts = (
        int(np.searchsorted(column, n)) for column in (table.row_act, table.report_act, table.part_act)
    )
    pairs, pair = _kept(table.pairs, table.pair[:rows])
    kinds, kind = _kept(table.kinds, table.kind[:n])
    families, family = _kept(table.families, table.family[:told])
    always = () if NO_ISSUE not in table.issues else (table.issues.index(NO_ISSUE),)
    issues, issue = _kept(table.issues, table.issue[:parts], always)
    return replace(
        table, pairs=pairs, kinds=kinds, families=families, issues=issues,
        day=table.day[:n], kind=kind, words=table.words[:n], count=table.count[:n], score=table.score[:n],
        row_act=table.row_act[:rows], pair=pair, forward=table.forward[:rows], share=table.share[:rows],
        report_act=table.report_act[:told], origin=table.origin[:told], family=family,
        depth=table.depth[:told], authority=table.authority[:told], probability=table.probability[:told],
        part_act=table.part_act[:parts], issue=issue, part=table.part[:parts],
        acts=table.acts[:n], reports=table.reports[:told],
    )  # fmt: skip


def _kept(
    names: tuple[Name, ...], places: Ints, always: tuple[int, ...] = ()
) -> tuple[tuple[Name, ...], Ints]:
    """Return the names that are still used, in their order, and the places in these."""
    used = np.union1d(places, np.array(always, dtype=np.int64))
    return tuple(names[i] for i in used), np.asarray(np.searchsorted(used, places), dtype=np.int64)
