"""Sentences and short articles of our own that look like forecasts and are none, and some that are."""

from __future__ import annotations

import pytest

import dragoman

ADVICE = (
    "I bake every week. You must feed the dough at night. It will rise by morning, and it may smell of beer."
)
COLUMN = "I have seen many such summits. This one will end in tears, and it may cost us the harbour."


def foretold(text: str) -> list[str]:
    """Return the propositions of the forecasts of a text."""
    reading = dragoman.read(text, verbatim=True, published="2019-05-14")
    return [f.proposition.of(text) for f in reading.forecasts]


@pytest.mark.parametrize(
    "text",
    [
        "Lorries may not exceed nine tons on the bridge.",
        "None may run without a licence.",
        "“I would sell tickets from a hatch and boys would win prizes,” recalled Olive Dodd, a pensioner.",
        "“When I began, boys would lose their boats,” said Morag Finch, a teacher.",
        "Had the vote been held, the government would lose its majority, said Lena Koch, an analyst.",
        "The league would have collapsed, said Lena Koch, an analyst.",
        "Faults will be mended free of charge, the makers said.",
        "The leaders could be divided into two groups, said Lena Koch, an analyst.",
        "He would rather lose a telephone than a football, said Lena Koch, an analyst.",
        "The minister is expected to ask for more time.",
        "Side effects may include a dry cough.",
        "“The sea will forgive you once,” said Jonas Reith, a pilot.",
    ],
)
def test_what_only_looks_like_a_forecast(text: str) -> None:
    """What is forbidden, used to be, might have been, is promised or preferred, and what a thing can do."""
    assert foretold(text) == []


@pytest.mark.parametrize(
    ("text", "proposition"),
    [
        ("Prices may not rise before June.", "Prices may not rise before June"),
        ("Lena Koch, an analyst, said that the league would collapse.", "the league would collapse"),
        ("“If oil stays dear, the line would fail,” said Lena Koch, an analyst.", "the line would fail"),
        ("The river is expected to rise.", "The river is expected to rise"),
        ("“We expect sales to recover in June,” said Dev Rana, the company's chairman.",
         "sales to recover in June"),
        ("Lena Koch, an analyst, thinks that trade will flourish.", "trade will flourish"),
    ],
)  # fmt: skip
def test_what_is_one(text: str, proposition: str) -> None:
    """What may not befall, "would" put back into the past or under a condition, "we expect" with a noun."""
    assert foretold(text) == [proposition]


def test_advice_does_not_foretell_and_a_column_does() -> None:
    """An author who says "I" foretells in a column; where he tells the reader what to do, he doesn't."""
    assert foretold(ADVICE) == []
    assert foretold(COLUMN) != []
