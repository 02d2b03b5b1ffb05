"""The development set of findings: it holds together, and the measure reads it on demand."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from annotation.articles import read_articles
from annotation.findings import KINDS, GoldArticle
from bench.findings import annotated, figures, judge, main, row
from bench.findings_gold import ARTICLES, DEVELOPMENT, DEVELOPMENT_SETS
from bench.findings_rules import RULES
from perfect import Maker

ANNOTATED = ("agreements", "memberships", "positions", "forecasts")


@pytest.fixture(scope="module", name="articles")
def development() -> list[GoldArticle]:
    """Return the articles for development."""
    return list(read_articles(DEVELOPMENT))


def test_the_set_holds_together(articles: list[GoldArticle]) -> None:
    """Sixteen articles of 220 to 380 words; every phrase occurs, every label is known, each kind is dense."""
    assert len(articles) == 16
    assert all(220 <= len(a.text[a.body :].split()) <= 380 for a in articles)
    required = Counter(k for a in articles for k in KINDS for g in a.findings[k] if not g.optional)
    assert all(required[kind] >= 50 for kind in ANNOTATED)


def test_the_set_is_spread(articles: list[GoldArticle]) -> None:
    """Every status, role and stance occurs several times as the annotation's own."""
    spread = {
        "agreements": ("statuses", 7, 3),
        "memberships": ("roles", 4, 5),
        "positions": ("stances", 4, 5),
    }
    for kind, (name, several, least) in spread.items():
        labels = Counter(getattr(g, name)[0] for a in articles for g in a.findings[kind] if not g.optional)
        assert len(labels) == several and min(labels.values()) >= least, (kind, labels)


@pytest.mark.parametrize("kind", ANNOTATED)
@pytest.mark.parametrize("optional", [True, False])
def test_a_perfect_reading_has_full_marks(articles: list[GoldArticle], kind: str, optional: bool) -> None:
    """A reading made from the annotation is wholly right in every grade."""
    for article in articles:
        reading = Maker(article).reading(optional=optional)
        found = figures([judge(article, reading, kind)])[kind]
        for grade, _ in RULES[kind].grades:
            assert row(kind, grade, found)[4:] == (100.0, 100.0, 100.0), (article.name, grade)


def test_kinds_that_a_set_does_not_annotate_are_left_out() -> None:
    """The held-out articles have all six kinds, those for development four."""
    assert annotated(ARTICLES) == KINDS
    assert annotated(DEVELOPMENT) == ANNOTATED


def test_the_measure_reads_the_set_on_demand(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """With ``--development`` the tables are of these articles, and the errors name them."""
    main(["--development", "--kind", "memberships", "--errors", "--json", str(tmp_path / "out.json")])
    told = capsys.readouterr().out
    assert told.startswith("Findings, development articles")
    assert "memberships: and role *" in told and "agreements" not in told.split("\n\n")[0]


def test_a_kind_without_annotation_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    """Asked for the figures of a kind that the set doesn't annotate, the measure ends and says so."""
    with pytest.raises(SystemExit):
        main(["--development", "--kind", "dates"])
    assert "not annotated for dates" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["stances", "stances_kept"])
def test_the_sets_of_stances_hold_together(name: str) -> None:
    """Twelve short articles each, of positions and forecasts alone; a perfect reading has full marks."""
    articles = list(read_articles(DEVELOPMENT_SETS[name]))
    assert len(articles) == 12
    assert all(80 <= len(a.text[a.body :].split()) <= 200 for a in articles)
    assert annotated(DEVELOPMENT_SETS[name]) == ("positions", "forecasts")
    required = Counter(k for a in articles for k in KINDS for g in a.findings[k] if not g.optional)
    assert required["positions"] >= 80 and required["forecasts"] >= 40
    for article in articles:
        reading = Maker(article).reading(optional=False)
        for kind in ("positions", "forecasts"):
            found = figures([judge(article, reading, kind)])[kind]
            assert row(kind, RULES[kind].headline, found)[4:] == (100.0, 100.0, 100.0), article.name


def test_errors_of_a_kept_set_are_not_listed(capsys: pytest.CaptureFixture[str]) -> None:
    """The set that is kept for totals refuses to be looked at."""
    with pytest.raises(SystemExit):
        main(["--development", "stances_kept", "--kind", "positions", "--errors"])
    assert "totals only" in capsys.readouterr().err
