"""Money: which currency, and how much."""

from __future__ import annotations

from dragoman.extract.grammars import Match
from dragoman.extract.quantities.figures import Figure, figure
from dragoman.extract.quantities.lexicon import currencies, grammar


def money(match: Match) -> Figure | None:
    """Read "$5 billion", "EUR50m", "300 Australian dollars"; no unit where the state is not certain."""
    unit = _by_sign(match) if "s" in match.pieces else _by_noun(match)
    return None if unit == "" else figure(match, "money", unit)


def _by_sign(match: Match) -> str:
    """Return the code of a sign, or a code written in capitals; "" where it is neither."""
    sign, form = match.low("s") or "", match.form("s")
    if sign in currencies().signs:
        letters = form.rstrip(".$¥").isalpha() and len(form) < 5
        return "" if letters and form.islower() else currencies().signs[sign]
    return currencies().classes["code"].get(sign, "") if form.isupper() else ""


def _by_noun(match: Match) -> str | None:
    """Return the code of a noun with its adjective, None for a noun of no certain state, "" if no money."""
    noun, state = match.low("w") or "", match.low("c")
    if state is not None:
        return currencies().of_state.get((state, noun), "")
    word = match.line.words[match.pieces["w"][0]]
    number = match.number("h") or match.number("n")
    small = number is not None and number.scale == 1
    if noun == "won" and small and word is not None and word.upos == "VERB":
        return ""
    if noun in currencies().nouns:
        return currencies().nouns[noun]
    return None if noun in grammar().values["loose"] else ""


def hundredths(match: Match) -> Figure | None:
    """Read "50 cents" as half a dollar, "50 euro cents" as half a euro."""
    code = "EUR" if "e" in match.pieces else currencies().hundredths[match.low("w") or ""]
    return figure(match, "money", code, 0.01)
