"""The sample press keeps its own rules: enough of it, dated, and no word put into a public figure's mouth."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from dragoman.ingest import sources
from dragoman.records import Article

PRESS = Path(__file__).parents[2] / "examples" / "press"
FIGURES = (
    "Putin Lavrov Peskov Rouhani Zarif Khamenei Obama Kerry Erdogan Cavusoglu Netanyahu Merkel Hollande "
    "Medvedev Carter Velayati Zanganeh Novak Mogherini Tusk Davutoglu Dehghan Ghasemi Zakharova Stoltenberg"
).split()


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    """Every article of the sample press."""
    return [source.article() for source in sources(str(PRESS))]


def test_there_is_enough_of_it(articles: list[Article]) -> None:
    """At least forty articles, small enough to travel with the code."""
    assert len(articles) >= 40
    assert sum(len(article.text) for article in articles) < 200_000


def test_each_article_says_what_it_is(articles: list[Article]) -> None:
    """Title, publication and a date from 2013 to 2016; every outlet is named in the README."""
    readme = (PRESS.parent / "README.md").read_text("utf-8")
    for article in articles:
        assert article.title and article.publication, article.origin
        assert article.published and date(2013, 1, 1) <= article.published <= date(2016, 12, 31)
        assert article.publication in readme


def test_no_quotation_is_given_to_a_public_figure() -> None:
    """No public figure stands beside a saying verb right before or behind a quotation."""
    name = rf"(?:{'|'.join(FIGURES)})"
    says = "(?:said|says|added|told|insisted|replied|noted|warned|predicted|wrote)"
    behind = rf"[”’] {says} (?:\w+ ){{0,4}}{name}\b|[”’] (?:\w+ ){{0,4}}{name} {says}\b"
    wrong = re.compile(rf"{behind}|{name} {says}[,:] “")
    for path in sorted(PRESS.rglob("*.*")):
        found = wrong.search(path.read_text("utf-8"))
        assert found is None, f"{path.name}: {found and found.group()}"
