"""Whose words count as those of a state, and how much."""

from __future__ import annotations

import pytest

from dragoman.relations.stands.authority import authority_of, rank_of
from dragoman.relations.weights import weights


@pytest.mark.parametrize(
    ("kind", "role", "sector", "rank"),
    [
        ("state", None, None, "head"),
        ("person", "President of Iran", "GOV", "head"),
        ("person", "First Deputy Prime Minister", "GOV", "minister"),
        ("person", "Press Secretary of the President of Russia", "GOV", "spokesman"),
        ("person", "Foreign Ministry spokeswoman", "GOV", "spokesman"),
        ("person", "Foreign Minister of Turkey", "GOV", "foreign_minister"),
        ("person", "defense minister", "GOV", "minister"),
        ("person", "Deputy Foreign Minister", "GOV", "minister"),
        ("person", "former foreign minister", "GOV", "analyst"),
        ("person", "scholar at the Institute", "EDU", "analyst"),
        ("person", None, "LEG", "legislator"),
        ("person", None, "GOV", "minister"),
        ("person", None, None, "analyst"),
    ],
)
def test_ranks(kind: str, role: str | None, sector: str | None, rank: str) -> None:
    """A spokesman is not the one he speaks for, a former minister no minister; a scholar has no state."""
    assert rank_of(kind, role, sector, anonymous=False) == rank


def test_nobody_named_counts_less() -> None:
    """An official who isn't named counts for less than a named one, an anonymous expert for nothing."""
    named, unnamed = (authority_of("person", "minister", "GOV", a, weights()) for a in (False, True))
    assert named > unnamed > 0
    assert authority_of("person", "expert", None, True, weights()) == 0
