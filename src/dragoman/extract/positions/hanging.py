"""Support that hangs on something: "its backing is conditional on …", "made its consent depend on …"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.extract.arguments import by_preposition, children, subjects, together
from dragoman.extract.ground import Ground
from dragoman.extract.positions.clauses import Range, bounds, is_question, lower, run_behind
from dragoman.extract.positions.holders import can_hold
from dragoman.extract.positions.lexicon import lexicon

_OWN = frozenset("its his her their my our theirs".split())


@dataclass(frozen=True, slots=True)
class Hanging:
    """A noun of support, whose it is, for what (None where that is left out), and what it hangs on."""

    noun: int
    holders: tuple[int, ...]
    object: Range | None
    condition: Range


def hangings(ground: Ground) -> Iterator[Hanging]:
    """Yield the supports that hang on something, in text order."""
    analysis = ground.analysis
    for word in analysis.words:
        if not lexicon().isa(word.lemma, "hanging") or is_question(analysis, word.index):
            continue
        mark = next(
            (i for i in (word.index + 1, word.index + 2) if lower(analysis, i) in ("on", "upon")), None
        )
        if mark is None:
            continue
        for noun in range(max(bounds(analysis, word.index)[0], word.index - 12), word.index):
            holders = _holders(ground, noun, word.index)
            if holders:
                end = max(run_behind(analysis, mark + 1)[1], mark + 2)
                yield Hanging(noun, tuple(holders), _towards(ground, noun, word.index), (word.index, end))
                break


def _holders(ground: Ground, noun: int, hanging: int) -> list[int]:
    """Whose support it is: its owner, or the subject of the verb that makes it hang; [] for other nouns."""
    analysis = ground.analysis
    word = analysis.words[noun]
    signs = {use.sign for use in lexicon().uses["n"].get(word.lemma.lower(), ())}
    theirs = word.text.lower() == "theirs"
    if not (word.upos == "NOUN" and signs & {"for", "willing"}) and not theirs:
        return []
    owners = children(analysis, noun, "nmod:poss")
    makers = [i for i in range(max(0, noun - 4), noun) if lexicon().isa(ground.lemma(i), "making")]
    if theirs or (owners and all(lower(analysis, o) in _OWN for o in owners)):
        owners = subjects(analysis, makers[-1]) if makers else owners
    elif owners:
        owners = together(analysis, owners[0])
    return [head for head in owners if can_hold(ground, head) or lower(analysis, head) in ("its", "their")]


def _towards(ground: Ground, noun: int, hanging: int) -> Range | None:
    """What the support is for, where that stands behind the noun."""
    behind = [t for t in by_preposition(ground.analysis, noun, "for", "to", "of") if t < hanging]
    if not behind:
        return None
    first, last = run_behind(ground.analysis, min(ground.analysis.subtree(behind[0])) + 1)
    return (first, min(last, hanging)) if first < min(last, hanging) else None
