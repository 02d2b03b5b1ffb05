"""Points that a text says are open: "differences persist over …", "the price is yet to be settled"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.extract.agreements.contents import whole
from dragoman.extract.agreements.lexicon import OpenPoint, lexicon
from dragoman.extract.events.arguments import by_preposition, children, objects
from dragoman.extract.events.candidates import Ground
from dragoman.records import Span

_BESIDE = ("advmod", "xcomp", "obj", "aux", "amod", "mark", "acl", "obl", "compound")
_NEVER_A_POINT = frozenset(
    {"it", "this", "that", "he", "she", "they", "we", "which", "who", "there", "i", "you"}
)


def open_points(ground: Ground, first: int, last: int) -> Iterator[Span]:
    """Yield the characters of each point that is said to be open in words ``[first, last)``."""
    for index in range(first, last):
        word = ground.analysis.words[index]
        if word.upos not in ("VERB", "AUX", "ADJ") and not children(ground.analysis, index, "cop"):
            continue
        verbs = {ground.lemma(index), *(ground.lemma(c) for c in children(ground.analysis, index, "cop"))}
        for pattern in lexicon().open_points_of(verbs):
            if _fits(ground, index, pattern):
                points = _points(ground, index, pattern)
                yield from (ground.analysis.span(*whole(ground, point)) for point in points)
                if points:
                    break


def _fits(ground: Ground, index: int, pattern: OpenPoint) -> bool:
    analysis = ground.analysis
    acting = _subjects(ground, index)
    if pattern.subjects != {"*"} and not any(ground.lemma(s) in pattern.subjects for s in acting):
        return False
    if not pattern.beside:
        return True
    near = [
        index,
        *children(analysis, index, "advmod", "xcomp", "obj", "aux", "amod", "mark", "acl", "obl", "compound"),
    ]
    near += [d for s in acting for d in children(analysis, s, "det", "advmod")]
    near += [d for n in near if analysis.words[n].deprel == "xcomp" for d in children(analysis, n, "advmod")]
    said = {form for n in near for form in (ground.lemma(n), analysis.words[n].text.lower())}
    return bool(said & pattern.beside)


def _subjects(ground: Ground, index: int) -> list[int]:
    return children(ground.analysis, index, "nsubj", "nsubj:pass", "nsubj:outer", "expl")


def _points(ground: Ground, index: int, pattern: OpenPoint) -> list[int]:
    acting = _subjects(ground, index)
    if "subject" in pattern.places:
        return [s for s in acting if _can_be_open(ground, s)]
    if "object" in pattern.places:
        named = [index] if children(ground.analysis, index, "cop") else objects(ground.analysis, index)
        return [o for o in named if _can_be_open(ground, o)]
    found = [p for host in (index, *acting) for p in by_preposition(ground.analysis, host, *pattern.places)]
    clauses = children(ground.analysis, index, "advcl") + [
        c for s in acting for c in children(ground.analysis, s, "acl")
    ]
    found += [c for c in clauses if _marks(ground, c) & pattern.places]
    return found[:1]


def _can_be_open(ground: Ground, index: int) -> bool:
    word = ground.analysis.words[index]
    return word.text.lower() not in _NEVER_A_POINT and not ground.is_actor(index)


def _marks(ground: Ground, clause: int) -> frozenset[str]:
    return frozenset(ground.analysis.words[m].text.lower() for m in children(ground.analysis, clause, "mark"))
