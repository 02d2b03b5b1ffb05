"""Counts: how many of what. A bare number counts only where the text or the tree says so."""

from __future__ import annotations

from dragoman.extract.grammars import Match
from dragoman.extract.quantities.figures import Figure, ends, is_rough
from dragoman.extract.quantities.lexicon import grammar
from dragoman.extract.quantities.nouns import noun_behind

_OPENERS = frozenset({"(", "[", '"', "“", "'", "‘", "—", "/"})
_OWN = frozenset({"nsubj", "nsubj:pass", "obj"})


def nothing(match: Match) -> None:
    """What is no figure: ages, names, scores."""


def count(match: Match) -> Figure | None:
    """Read "more than 200 people", "dozens of people", "34 were killed"; "one" only right before its noun."""
    constants = match.pattern.constants
    found = (float(constants["number"]), None) if "number" in constants else ends(match)
    if found is None or not _stands_alone(match) or _of_time(match):
        return None
    number, rough = match.number("n"), is_rough(match)
    vague = number is not None and number.shape == "vague"
    noun = noun_behind(match.line, match.last, after_of=vague)
    if noun is None and not (rough or _is_argument(match)):
        return None
    if (
        number is not None
        and (number.shape == "one" or found[0] == 0)
        and (noun is None or not _is_one(match))
    ):
        return None
    if number is not None and _capitalized_in_name(match):
        return None
    last = noun.last if noun else match.last
    return Figure(match.first, last, "count", found[0], noun.lemma if noun else None, rough, found[1])


def _stands_alone(match: Match) -> bool:
    """Say whether nothing is glued to the number: "4K", "#5", "20-something", "1/2"."""
    line = match.line
    first = match.pieces["n"][0] if "n" in match.pieces else match.first
    if first and line.tokens[first].tight and line.tokens[first - 1].low not in _OPENERS:
        return False
    if match.last >= len(line.tokens):
        return True
    behind = line.tokens[match.last]
    if not behind.tight:
        return True
    return not (behind.low[0].isalnum() or behind.low in ("-", "/", "'s", "°", "%"))


def _of_time(match: Match) -> bool:
    """Say whether units of time follow: a duration, or "one day", which is none."""
    following = match.line.tokens[match.last : match.last + 1]
    return bool(following) and following[0].low in grammar().values["unit"]


def _is_argument(match: Match) -> bool:
    """Say whether the number itself is who or what the clause speaks of: "34 were killed"."""
    line, place = match.line, match.pieces["n"][0] if "n" in match.pieces else match.first
    word, number = line.words[place], match.number("n")
    before = line.tokens[match.first - 1].low if match.first else ""
    if word is None or number is None or number.shape in ("one", "modern", "year") or number.value < 2:
        return False
    return word.deprel in _OWN and word.upos == "NUM" and before not in grammar().values["determiner"]


def _is_one(match: Match) -> bool:
    """Say whether "one" counts: as the modifier of a noun, not behind "no" or "another"."""
    word = match.line.words[match.pieces["n"][0]]
    before = match.line.tokens[match.first - 1].low if match.first else ""
    if before in grammar().values["nobody"] or before in grammar().values["determiner"]:
        return False
    return word is not None and word.deprel == "nummod"


def _capitalized_in_name(match: Match) -> bool:
    """Say whether a spelled number is part of a name: "Twenty First Century", "the Seven Sisters"."""
    place, line = match.pieces["n"][0], match.line
    if (
        not line.tokens[place].upper
        or place == 0
        or line.tokens[place - 1].low in (".", "“", '"', ":", "‘", "'")
    ):
        return False
    return match.last < len(line.tokens) and line.tokens[match.last].upper


def strength(match: Match) -> Figure | None:
    """Read "a 1,500-strong force" as a count of its members, whom the text does not name."""
    found = ends(match)
    return (
        None if found is None else Figure(match.first, match.last, "count", found[0], None, is_rough(match))
    )


def compound(match: Match) -> Figure | None:
    """Read "a 200-page report", "the 28-nation bloc"."""
    found, word = ends(match), match.line.words[match.pieces["u"][0]]
    if found is None or word is None or found[0] == 0:
        return None
    behind = match.line.tokens[match.last] if match.last < len(match.line.tokens) else None
    if behind is not None and behind.tight and behind.low == "-":
        return None
    return Figure(match.first, match.last, "count", found[0], word.lemma.lower(), False)
