"""The pattern file's own examples, and numbers in all their forms."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.extract.quantities import find_quantities
from dragoman.extract.quantities.lexicon import currencies, grammar
from dragoman.language import Engine
from dragoman.records import Quantity
from without_trees import article, quantities

KINDS = {
    "money": "money", "hundredths": "money", "percent": "share", "fraction": "share", "one_in": "share",
    "factor": "factor", "duration": "duration", "ordinal": "ordinal", "rank": "ordinal", "count": "count",
    "measure": "count", "strength": "count", "compound": "count",
}  # fmt: skip
SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()

PIECES = (
    "$ € Rs 5 5bn 2-3 20 hundred million dozens of a half third thirds "
    "percent % points one two twenty-one - , . dollars years year-old doubled twice as many"
    " first second P5+1 +7 MH17 2015 1,500-strong 20km more than"
).split()


def spelled(number: int, conjunction: str) -> str:
    """Return a whole number below 10 to the 12th in words."""
    for scale, word in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= scale:
            rest = number % scale
            joint = conjunction if 0 < rest < 100 else " "
            return f"{spelled(number // scale, conjunction)} {word}" + (
                joint + spelled(rest, conjunction)
            ) * (rest > 0)
    if number < 20:
        return SMALL[number]
    return TENS[number // 10 - 2] + (f"-{SMALL[number % 10]}" if number % 10 else "")


@pytest.fixture(scope="module")
def engine() -> Engine:
    """The packaged engine."""
    return Engine()


def read(engine: Engine, text: str) -> tuple[Quantity, ...]:
    """Return the figures of a text."""
    one = article(text)
    return find_quantities(one, engine.analyze(one))


def test_examples_of_the_pattern_file_hold(engine: Engine) -> None:
    """Each "like" gives a figure of the pattern's kind, each "unlike" none; what is barred gives none."""
    for pattern in grammar().layers["barred"]:
        for example in pattern.like:
            assert not read(engine, example), (pattern.name, example)
    for pattern in grammar().layers["found"]:
        kind = KINDS[pattern.rule]
        for example in pattern.like:
            assert kind in {q.kind for q in read(engine, example)}, (pattern.name, example)
        for example in pattern.unlike:
            assert kind not in {q.kind for q in read(engine, example)}, (pattern.name, example)


@settings(deadline=None)  # the machine may be busy
@given(st.integers(1, 10**12 - 1), st.sampled_from([" and ", " "]))
def test_numbers_in_words_have_their_value(number: int, conjunction: str) -> None:
    """A sum spelled out is the same as in digits."""
    words = spelled(number, conjunction)
    (found,) = quantities(f"It cost {words} euros.")
    assert (found.value, found.unit) == (number, "EUR")


@settings(deadline=None)  # the machine may be busy
@given(st.integers(1, 10**9), st.sampled_from(["$", "€", "£", "HK$", "₽"]))
def test_numbers_with_commas_have_their_value(number: int, sign: str) -> None:
    """A sum in digits, with or without commas, has its sign's currency."""
    for form in (f"{number:,}", str(number)):
        (found,) = quantities(f"It cost {sign}{form}.")
        assert (found.kind, found.value, found.unit) == ("money", number, currencies().signs[sign.lower()])


@settings(deadline=None)  # the machine may be busy
@given(
    st.integers(1, 9999), st.sampled_from([("bn", 9), (" billion", 9), ("m", 6), ("-million", 6), ("k", 3)])
)
def test_magnitudes_multiply(tenths: int, magnitude: tuple[str, int]) -> None:
    """Words and letters behind a sum multiply it, without the dust of binary fractions."""
    (found,) = quantities(f"It cost €{tenths / 10}{magnitude[0]} in all.")
    assert found.value == tenths * 10 ** (magnitude[1] - 1)


@settings(deadline=None)  # the machine may be busy
@given(st.integers(2, 90), st.integers(1, 9))
def test_ranges_share_their_magnitude(low: int, more: int) -> None:
    """ "$2-3 billion" is from two billion to three; downwards it is no range."""
    for form in ("${}-{} billion", "between ${} and {} billion", "{} to {} billion dollars"):
        (found,) = quantities(f"It cost {form.format(low, low + more)}.")
        assert (found.value, found.upper) == (low * 1e9, (low + more) * 1e9)


@settings(deadline=None)  # the machine may be busy
@given(st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join)))
def test_figures_are_places_of_the_text(text: str) -> None:
    """Spans lie inside, in order and apart; values are numbers; the same again gives the same."""
    found = quantities(text)
    place = 0
    for number, one in enumerate(found, 1):
        assert place <= one.span.start < one.span.end <= len(text)
        place = one.span.end
        assert one.id == f"q{number}" and 0 <= one.value < 1e300
        assert one.upper is None or one.upper > one.value
    assert quantities(text) == found


def test_every_currency_has_one_code_and_its_words_lead_to_it() -> None:
    """Codes are three capitals and unique; a sign or noun with an adjective leads to one of them."""
    table, codes = currencies(), set(currencies().classes["code"].values())
    assert all(len(code) == 3 and code.isupper() for code in codes)
    assert {*table.signs.values(), *table.nouns.values(), *table.of_state.values()} <= codes
    for (state, noun), code in table.of_state.items():
        if " " not in state and noun.endswith("s") and state not in ("kong", "zealand", "lankan"):
            (found,) = quantities(f"It cost 20 {state.title()} {noun}.")
            assert (found.unit, found.kind) == (code, "money"), (state, noun)
