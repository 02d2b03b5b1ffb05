"""The grammar of figures and the table of currencies, read once from the files in ``data``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dragoman.extract.grammars import Grammar


@dataclass(frozen=True, slots=True)
class Currencies:
    """How money is named, all in lower case.

    ``signs`` and ``nouns`` (of a certain state) and ``hundredths`` give the ISO 4217 code; ``of_state``
    gives it for a noun behind an adjective: ("australian", "dollars") → "AUD".
    """

    signs: Mapping[str, str]
    nouns: Mapping[str, str]
    hundredths: Mapping[str, str]
    of_state: Mapping[tuple[str, str], str]
    classes: Mapping[str, Mapping[str, str]]
    """Classes for the grammar: sign, code, money, hundredth, state → word → "" or code."""


@cache
def currencies() -> Currencies:
    """Return the packaged table of currencies."""
    text = (files("dragoman.extract.quantities") / "data/currencies.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")][1:]
    signs: dict[str, str] = {}
    nouns: dict[str, str] = {}
    hundredths: dict[str, str] = {}
    of_state: dict[tuple[str, str], str] = {}
    money: dict[str, str] = {}
    for code, _, signs_of, nouns_of, states, small in rows:
        signs.update(dict.fromkeys(signs_of.split(), code))
        for noun in nouns_of.split():
            plain = noun.rstrip("*")
            money[plain] = ""
            if noun.endswith("*"):
                nouns[plain] = code
            of_state.update({(state, plain): code for state in states.split()})
        hundredths.update({word.rstrip("*"): code for word in small.split()})
    states_of = {state: "" for state, _ in of_state}
    codes = {row[0].lower(): row[0] for row in rows}
    classes = {"sign": signs, "code": codes, "money": money, "hundredth": hundredths, "state": states_of}
    return Currencies(signs, nouns, hundredths, of_state, classes)


@cache
def grammar() -> Grammar:
    """Return the packaged grammar of figures."""
    return Grammar(files("dragoman.extract.quantities") / "data", currencies().classes)
