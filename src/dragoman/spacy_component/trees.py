"""ClearNLP trees, as spaCy's English pipelines draw them → Universal Dependencies.

ClearNLP makes the preposition and the copula heads, and chains coordinations; Universal Dependencies make
content words heads. Words are indices; a root's head is -1. The result is always a forest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

_OBJECTS = frozenset({"pobj", "pcomp"})
_PREDICATES = frozenset({"attr", "acomp"})
_CLAUSAL = frozenset({"VERB", "AUX", "ADJ", "ADV"})
_UNIVERSAL_TOO = frozenset({"ROOT"})


@dataclass(slots=True)
class Tree:
    """The words of a document: each one's head, relation, part of speech and lemma."""

    heads: list[int]
    relations: list[str]
    tags: list[str]
    lemmas: list[str]
    below: list[set[int]] = field(init=False, repr=False)
    """For each word those that hang on it; ``index`` makes it, ``swap`` keeps it."""

    def index(self) -> None:
        """Note what hangs on each word, as the heads say now."""
        self.below = [set() for _ in self.heads]
        for word, head in enumerate(self.heads):
            if head >= 0:
                self.below[head].add(word)

    def children(self, word: int, relations: frozenset[str]) -> list[int]:
        """Return the dependents of ``word`` in one of ``relations``, in text order."""
        return sorted(i for i in self.below[word] if self.relations[i] in relations)

    def swap(self, above: int, below: int, relation: str) -> None:
        """Put ``below`` into the place of ``above``, with all that hangs on both."""
        head = self.heads[above]
        moved = self.below[above] - {below}
        for word in (*moved, above):
            self.heads[word] = below
        self.below[below] |= moved | {above}
        self.below[above] = set()
        self.heads[below], self.relations[below] = head, relation
        if head >= 0:
            self.below[head] ^= {above, below}


@cache
def _universal() -> dict[str, str]:
    text = files("dragoman.spacy_component").joinpath("data/clearnlp.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return {row[0]: row[1] for row in rows[1:]}


def is_clearnlp(relations: Sequence[str]) -> bool:
    """Say whether relations are ClearNLP's: any that Universal Dependencies do not have."""
    return any(relation in _universal() and relation not in _UNIVERSAL_TOO for relation in relations)


def to_universal(tree: Tree) -> None:
    """Turn a tree into Universal Dependencies, in place; a universal one stays."""
    if is_clearnlp(tree.relations):
        _spread_coordinations(tree)
        tree.index()
        depths = _depths(tree.heads)
        for word in sorted(range(len(depths)), key=lambda i: -depths[i]):
            _turn_preposition(tree, word)
        for word in sorted(range(len(depths)), key=lambda i: -depths[i]):
            _turn_copula(tree, word)
    tree.relations[:] = [_universal().get(relation, relation) for relation in tree.relations]


def _depths(heads: Sequence[int]) -> list[int]:
    """Return how far each word stands below its root."""
    depths = [0 if head < 0 else -1 for head in heads]
    for word in range(len(heads)):
        path = []
        at = word
        while depths[at] < 0:
            path.append(at)
            at = heads[at]
        for depth, below in enumerate(reversed(path), depths[at] + 1):
            depths[below] = depth
    return depths


def _spread_coordinations(tree: Tree) -> None:
    """Hang every conjunct on the first one, and a conjunction on the conjunct behind it."""
    heads = list(tree.heads)
    following: dict[int, list[int]] = {}
    for i, relation in enumerate(tree.relations):
        if relation == "conj":
            following.setdefault(heads[i], []).append(i)
    for i, relation in enumerate(tree.relations):
        if relation == "conj":
            first = heads[i]
            while first >= 0 and tree.relations[first] == "conj":
                first = heads[first]
            tree.heads[i] = first
        elif relation == "cc":
            tree.heads[i] = next((c for c in following.get(heads[i], ()) if c > i), heads[i])


def _turn_preposition(tree: Tree, word: int) -> None:
    """Make the object of a preposition the head, and the preposition its case (or its mark)."""
    objects = tree.children(word, _OBJECTS)
    if not objects:
        return
    thing, above, relation = objects[0], tree.heads[word], tree.relations[word]
    clause = tree.relations[thing] == "pcomp" and tree.tags[thing] in _CLAUSAL
    if relation in ("prep", "dative", "agent"):
        if above >= 0 and tree.relations[above] == "prep":  # "according to": the outer one turns it next
            relation = tree.relations[thing]
        elif clause:
            relation = "advcl" if above >= 0 and tree.tags[above] in _CLAUSAL else "acl"
        elif relation == "agent":
            relation = "obl:agent"
        else:
            relation = "obl" if above >= 0 and tree.tags[above] in _CLAUSAL else "nmod"
    tree.swap(word, thing, relation)
    tree.relations[word] = "mark" if clause else "case"


def _turn_copula(tree: Tree, word: int) -> None:
    """Make what follows "to be" the head; in "there is …" it is the subject."""
    if tree.lemmas[word] != "be":
        return
    predicates = tree.children(word, _PREDICATES)
    if not predicates:
        return
    if tree.children(word, frozenset({"expl"})):
        tree.relations[predicates[0]] = "nsubj"
        return
    tree.swap(word, predicates[0], tree.relations[word])
    tree.relations[word], tree.tags[word] = "cop", "AUX"
