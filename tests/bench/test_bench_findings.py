"""The measure of findings: gold that holds together, and a judge that is fair."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from annotation.articles import article_of, read_articles
from annotation.findings import KINDS, GoldArticle
from annotation.phrases import WrongGold
from bench.findings import figures, judge, offered, row, tables, told
from bench.findings_gold import ARTICLES
from bench.findings_rules import RULES
from perfect import Maker

from dragoman.records import DateMention, Quantity, Reading, Span

TEXT = """Title: Norland and Sudland sign for 3 million
Date: 2020-05-04

Norland and Sudland signed a pact worth 3 million euros on Friday. Westland belongs to the Pact Council.
Estland flatly rejects the pact, its envoy said. Experts say it will probably fail by 2022 if winter is hard.
Some 40 to 50 trucks came in late May. Both sides may meet twice.
"""
ROWS: dict[str, list[dict[str, Any]]] = {
    "agreements": [{"parties": ["Norland", "Sudland"], "instrument": "pact", "status": "signed",
                    "amount": "3 million euros", "mentions": ["signed a pact", "the pact"]}],
    "memberships": [{"organization": "Pact Council", "member": "Westland", "role": "member",
                     "phrase": "belongs to the Pact Council"}],
    "positions": [{"actor": "Estland", "proposition": "the pact", "phrase": "flatly rejects the pact",
                   "stance": "against", "firmness": "firm", "says": "its envoy"}],
    "forecasts": [{"claimant": "Experts", "proposition": "it will probably fail", "horizon": "by 2022",
                   "condition": "if winter is hard", "probability": "probably"}],
    "quantities": [
        {"phrase": "3 million euros", "kind": "money", "value": 3e6, "unit": "EUR"},
        {"phrase": "40 to 50 trucks", "kind": "count", "value": 40, "unit": "truck", "upper": 50},
        {"phrase": "twice", "kind": "factor", "value": 2, "unit": None, "optional": True},
    ],
    "dates": [
        {"phrase": "Friday", "start": "2020-05-01", "end": "2020-05-01"},
        {"phrase": "by 2022", "start": None, "end": "2022-12-31", "also": [[None, "2021-12-31"]]},
        {"phrase": "late May", "start": "2020-05-01", "end": "2020-05-31", "within": True},
    ],
}  # fmt: skip


@pytest.fixture(scope="module", name="article")
def small() -> GoldArticle:
    """Return the small article of this file."""
    return article_of(Path("small.txt"), TEXT, ROWS)


@pytest.fixture(scope="module", name="articles")
def gold() -> list[GoldArticle]:
    """Return the held-out articles."""
    return list(read_articles(ARTICLES))


def counted(article: GoldArticle, reading: Reading, kind: str) -> dict[str, int]:
    """Return the counts of one kind."""
    return figures([judge(article, reading, kind)])[kind]


def headline(article: GoldArticle, reading: Reading, kind: str) -> tuple[Any, ...]:
    """Return predicted, right, precision, recall and F1 by the kind's headline."""
    return row(kind, RULES[kind].headline, counted(article, reading, kind))[2:]


def test_the_gold_holds_together(articles: list[GoldArticle]) -> None:
    """There are thirty articles, every phrase occurs, every label is known, each kind has its dozens."""
    assert len(articles) == 30 and all(180 <= len(a.text[a.body :].split()) <= 380 for a in articles)
    required = Counter(k for a in articles for k in KINDS for g in a.findings[k] if not g.optional)
    assert min(required[kind] for kind in KINDS) >= 60
    assert all(any(not a.findings[kind] for a in articles) for kind in KINDS if kind != "quantities")


def test_the_gold_is_spread(articles: list[GoldArticle]) -> None:
    """Statuses, roles, stances and kinds of quantity each occur several times as the gold's own."""
    spread = {
        "agreements": ("statuses", 6, 5), "memberships": ("roles", 4, 5),
        "positions": ("stances", 4, 12), "quantities": ("kinds", 6, 12),
    }  # fmt: skip
    for kind, (name, several, least) in spread.items():
        labels = Counter(getattr(g, name)[0] for a in articles for g in a.findings[kind] if not g.optional)
        assert len(labels) >= several and sorted(labels.values())[-several] >= least, (kind, labels)


def test_one_phrase_is_one_figure(articles: list[GoldArticle]) -> None:
    """No two quantities, and no two dates, of the gold overlap."""
    for article in articles:
        for kind in ("quantities", "dates"):
            spans = sorted(g.spans[0] for g in article.findings[kind])
            assert all(a.end <= b.start for a, b in pairwise(spans)), article.name


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("optional", [True, False])
def test_a_perfect_reading_has_full_marks(articles: list[GoldArticle], kind: str, optional: bool) -> None:
    """A reading made from the gold is wholly right in every grade, with the optional findings or without."""
    for article in articles:
        found = counted(article, Maker(article).reading(optional=optional), kind)
        for grade, _ in RULES[kind].grades:
            assert row(kind, grade, found)[4:] == (100.0, 100.0, 100.0), (article.name, grade)


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_reading_has_none(article: GoldArticle, kind: str) -> None:
    """Where nothing is predicted, recall and F1 are 0 and there is no precision; all is missing."""
    reading = replace(Maker(article).reading(), **{kind: ()})
    assert headline(article, reading, kind) == (0, 0, None, 0.0, 0.0)
    outcome = judge(article, reading, kind)
    assert len(told(outcome, reading)) == len(outcome.missing) == outcome.counted["gold"]


def test_details_are_counted(article: GoldArticle) -> None:
    """Amount, condition, horizon, probability and who says so are right where the gold gives them."""
    reading = Maker(article).reading()
    counts = figures(judge(article, reading, kind) for kind in KINDS)
    _, details = tables(counts)
    assert {name: right for name, right, of, _ in details.rows if of} == {
        "agreements: instrument": 1, "agreements: amount": 1, "positions: who says so": 1,
        "forecasts: condition": 1, "forecasts: horizon": 1, "forecasts: probability": 1,
    }  # fmt: skip


def quantities(reading: Reading, **changes: Any) -> Reading:
    """Return a reading whose first quantity is changed."""
    first, *rest = reading.quantities
    return replace(reading, quantities=(replace(first, **changes), *rest))


def test_a_wrong_value_is_both_missing_and_spurious(article: GoldArticle) -> None:
    """A figure at the right place with the wrong value is found, and counts against both sides."""
    wrong = quantities(Maker(article).reading(), value=3e9)
    found = counted(article, wrong, "quantities")
    assert row("quantities", "found at all", found)[3] == 2
    assert headline(article, wrong, "quantities") == (2, 1, 50.0, 50.0, 50.0)
    assert len(told(judge(article, wrong, "quantities"), wrong)) == 2


def test_a_wrong_unit_keeps_the_value(article: GoldArticle) -> None:
    """Dollars for euros: kind and value are right, the unit isn't; case doesn't matter."""
    reading = Maker(article).reading()
    assert counted(article, quantities(reading, unit="USD"), "quantities")["kind and value: right"] == 2
    assert headline(article, quantities(reading, unit="USD"), "quantities")[1] == 1
    assert headline(article, quantities(reading, unit="Eur"), "quantities")[1] == 2


def test_a_range_needs_both_ends(article: GoldArticle) -> None:
    """The lower end alone is not the range."""
    first, second, *rest = Maker(article).reading().quantities
    reading = replace(Maker(article).reading(), quantities=(first, replace(second, upper=None), *rest))
    assert headline(article, reading, "quantities")[1] == 1


def test_what_overlaps_an_optional_finding_is_never_spurious(article: GoldArticle) -> None:
    """Whatever is said of an optional figure, no count changes."""
    reading = Maker(article).reading()
    *kept, twice = reading.quantities
    other = replace(reading, quantities=(*kept, replace(twice, kind="count", value=7.0)))
    none = replace(reading, quantities=tuple(kept))
    assert headline(article, other, "quantities") == headline(article, none, "quantities")


def test_the_header_is_not_judged(article: GoldArticle) -> None:
    """A figure that the headline gives is neither right nor spurious."""
    at = TEXT.index("3 million")
    title = Quantity("q9", "money", 3e6, None, False, Span(at, at + 9))
    reading = Maker(article).reading()
    with_title = replace(reading, quantities=(title, *reading.quantities))
    assert title not in offered("quantities", with_title, article.body)
    assert headline(article, with_title, "quantities") == headline(article, reading, "quantities")


def test_dates_need_both_ends(article: GoldArticle) -> None:
    """An open end given for a closed one is half right; an alternative, or part of a vague month, is fine."""
    reading = Maker(article).reading()
    friday, by, late = reading.dates

    def right(*dates: DateMention) -> tuple[int, int]:
        found = counted(article, replace(reading, dates=dates), "dates")
        return found["one end: right"], found["start and end: right"]

    assert right(friday, replace(by, end=date(2021, 12, 31)), late) == (3, 3)
    assert right(replace(friday, end=None), by, late) == (3, 2)
    assert right(friday, by, replace(late, start=date(2020, 5, 21))) == (3, 3)
    assert right(friday, by, replace(late, end=date(2020, 6, 2))) == (3, 2)


def test_wrong_labels_and_actors_count(article: GoldArticle) -> None:
    """A wrong role, stance, claimant or status is found at all, and not right."""
    reading = Maker(article).reading()
    other = next(actor.id for actor in reading.actors if actor.name == "Westland")
    wrong = replace(
        reading,
        memberships=(replace(reading.memberships[0], role="observer"),),
        positions=(replace(reading.positions[0], actor=other),),
        forecasts=(replace(reading.forecasts[0], claimant=None),),
        agreements=(replace(reading.agreements[0], status="rejected"),),
    )
    for kind in ("memberships", "positions", "forecasts", "agreements"):
        found = counted(article, wrong, kind)
        assert found["found at all: right"] == 1 and headline(article, wrong, kind)[1] == 0, kind


def test_one_of_two_parties_is_enough_but_not_strict(article: GoldArticle) -> None:
    """With one of two parties the F1 is two thirds: right by the headline, wrong by the strictest grade."""
    reading = Maker(article).reading()
    one = replace(reading.agreements[0], parties=reading.agreements[0].parties[:1])
    found = counted(article, replace(reading, agreements=(one,)), "agreements")
    assert found["parties and status: right"] == 1
    assert found["all parties, status, instrument: right"] == 0


def test_a_membership_that_is_told_twice_counts_once(article: GoldArticle) -> None:
    """The same organization, member and role at another place is not spurious."""
    reading = Maker(article).reading()
    again = replace(reading.memberships[0], span=Span(article.body, article.body + 7))
    twice = replace(reading, memberships=(*reading.memberships, again))
    assert headline(article, twice, "memberships")[:2] == (1, 1)


def test_a_finding_without_a_partner_is_spurious(article: GoldArticle) -> None:
    """A second forecast elsewhere lowers the precision alone, and is told of."""
    reading = Maker(article).reading()
    more = replace(reading.forecasts[0], proposition=Span(article.body, article.body + 20))
    both = replace(reading, forecasts=(*reading.forecasts, more))
    assert headline(article, both, "forecasts")[2:4] == (50.0, 100.0)
    assert [line.split()[0] for line in told(judge(article, both, "forecasts"), both)] == ["spurious"]


@pytest.mark.parametrize("change", [{"phrase": "4 million"}, {"kind": "weight"}, {"phrase": ["Friday", 2]}])
def test_wrong_gold_is_refused(change: dict[str, Any]) -> None:
    """A phrase that isn't in the body, or an unknown label, raises WrongGold."""
    broken = {"quantities": [ROWS["quantities"][0] | change]}
    with pytest.raises(WrongGold):
        article_of(Path("small.txt"), TEXT, broken)
