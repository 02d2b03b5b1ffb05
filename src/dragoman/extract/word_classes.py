"""Classes of words ("people", "police", "time") that the rules of several findings ask for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def word_classes() -> Mapping[str, frozenset[str]]:
    """Return the lemmas of each class of ``data/word_classes.tsv``, in lower case."""
    text = (files("dragoman.extract") / "data" / "word_classes.tsv").read_text(encoding="utf-8")
    found: dict[str, frozenset[str]] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            name, lemmas = line.split("\t")
            found[name] = found.get(name, frozenset()) | frozenset(lemmas.split())
    return found


def isa(lemma: str, name: str) -> bool:
    """Say whether a lemma belongs to a class; KeyError where there is no such class."""
    return lemma.lower() in word_classes()[name]
