"""For whom somebody speaks, and with how much authority, by role, kind and sector.

The ranks are those of ``weights.yaml``; ``data/authority.tsv`` has which words of a role make which rank.
"""

from __future__ import annotations

import re
from functools import cache

from dragoman.relations.scales import DATA
from dragoman.relations.weights import Weights

_SECTORS = {"GOV": "minister", "MIL": "minister", "COP": "minister", "SPY": "minister", "JUD": "state_organ",
            "LEG": "legislator", "PTY": "party"}  # fmt: skip
"""Ranks of those whose role says nothing, by PLOVER's sector."""


@cache
def _rows() -> tuple[tuple[str, re.Pattern[str]], ...]:
    lines = (DATA / "authority.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return tuple((rank, re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)) for rank, words in rows)


def rank_of(kind: str, role: str | None, sector: str | None, anonymous: bool) -> str:
    """Return the rank of an actor: "head", "minister", …, "analyst" for whoever speaks for no state.

    A state itself, a capital that stands for one, and a government speak as its head does.
    """
    if kind in ("state", "government"):
        return "head"
    told = next((rank for rank, words in _rows() if role and words.search(role)), None)
    rank = told or _SECTORS.get(sector or "", "analyst")
    if anonymous and rank not in ("analyst", "spokesman"):
        return "anonymous_official"
    return rank


def authority_of(kind: str, role: str | None, sector: str | None, anonymous: bool, weights: Weights) -> float:
    """Return how much an actor's words count as those of its state, from 0 to 1."""
    return weights.authority.get(rank_of(kind, role, sector, anonymous), 0.0)
