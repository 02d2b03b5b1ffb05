"""Who is called a supporter or an opponent of something: "a staunch supporter of the ceasefire".

And on which side of it words with "for", "against" or "in favour of" put somebody.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from dragoman.extract.arguments import by_preposition, children, objects, subjects, together
from dragoman.extract.events.signals import negated
from dragoman.extract.ground import Ground
from dragoman.extract.positions.clauses import Range, bounds, is_question, lower, run_behind
from dragoman.extract.positions.holders import can_hold
from dragoman.extract.positions.lexicon import lexicon

_BECOMING = frozenset({"become", "remain", "remains", "stay", "include"})
_GONE = frozenset({"former", "once", "erstwhile", "not", "no", "n't"})


@dataclass(frozen=True, slots=True)
class Side:
    """Who stands on a side of something, and the noun that says so."""

    noun: int
    holders: tuple[int, ...]
    object: Range
    sign: Literal["for", "against"]


def sides(ground: Ground) -> Iterator[Side]:
    """Yield those whom a text calls supporters or opponents of something, in text order."""
    analysis, table = ground.analysis, lexicon().words
    for word in analysis.words:
        lemma = word.lemma.lower()
        favourable = lemma in table["siding_for"]
        if word.upos != "NOUN" or not (favourable or lemma in table["siding_against"]):
            continue
        first, last = bounds(analysis, word.index)
        mark = word.index + 1
        if lower(analysis, mark) != "of" or mark + 1 >= last or is_question(analysis, word.index):
            continue
        if any(lower(analysis, i) in _GONE for i in range(max(first, word.index - 4), word.index)):
            continue
        holding = tuple(head for head in _named(ground, word.index) if can_hold(ground, head))
        run = run_behind(analysis, mark + 1)
        if holding and run[0] < run[1]:
            yield Side(word.index, holding, run, "for" if favourable else "against")


def side_told(ground: Ground, head: int, run: Range) -> Literal["for", "against"] | None:
    """Return the side on which a preposition in the words ``run`` around ``head`` puts somebody, or None.

    "Voted for the dam", "ruled in favour of the dam", "fought against it"; a denied one is for others to say.
    """
    analysis, table = ground.analysis, lexicon().words
    if any(negated(ground, at) for at in (head, *list(analysis.ancestors(head))[:2])):
        return None
    said = " " + " ".join(lower(analysis, i) for i in range(*run)) + " "
    if any(f" {phrase} " in said for phrase in table["phrases_against"]):
        return "against"
    if any(f" {phrase} " in said for phrase in table["phrases_for"]):
        return "for"
    if ground.lemma(head) not in table["taking_sides"]:
        return None
    behind = next((i for i in range(head + 1, run[1]) if analysis.words[i].upos != "ADV"), head)
    word = lower(analysis, behind)
    return "for" if word == "for" else "against" if word == "against" else None


def _named(ground: Ground, noun: int) -> list[int]:
    """Those who a noun says it of: its subject, what it stands beside, or what it includes."""
    analysis, word = ground.analysis, ground.analysis.words[noun]
    if children(analysis, noun, "cop"):
        own = children(analysis, noun, "nsubj")
        return together(analysis, own[0]) if own else []
    above = word.head
    if above < 0:
        return []
    if word.deprel == "appos":
        return [above] if above < noun else []
    lemma = ground.lemma(above)
    if word.deprel in ("nsubj", "nsubj:pass") and lemma == "include":
        return [o for o in objects(analysis, above) if o > noun]
    if word.deprel in ("xcomp", "obj") and lemma in _BECOMING - {"include"}:
        return subjects(analysis, above)
    if word.deprel in ("obl", "nmod") and noun in by_preposition(analysis, above, "among"):
        return subjects(analysis, above)
    return []
