"""Where the articles with annotated findings lie: the held-out ones, and those to look at errors in."""

from __future__ import annotations

from pathlib import Path

ARTICLES = Path(__file__).parent / "gold" / "findings" / "articles"
DEVELOPMENT = Path(__file__).parent / "development" / "findings" / "articles"
DEVELOPMENT_SETS = {
    name: DEVELOPMENT.parents[1] / name / "articles"
    for name in (
        "findings",
        "stances",
        "stances_kept",
        "pacts",
        "pacts_kept",
        "deals",
        "deals_kept",
        "traps",
        "traps_kept",
    )
}
KEPT = frozenset({"stances_kept", "deals_kept", "traps_kept"})
"""Sets whose errors nobody looks at; those of ``pacts_kept`` were looked at, as its page says."""
