"""Lemmas: simplemma's tables, with the verb forms that they take for other words."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

import simplemma

_CLITICS = {"n't": "not", "'re": "be", "'m": "be", "'ve": "have", "'ll": "will", "ca": "can", "wo": "will"}
_VOWELS = frozenset("aeiou")


@lru_cache(maxsize=100_000)
def lemma(form: str, tag: str) -> str:
    """Return a word's lemma in lower case; names keep their form."""
    if tag in ("PROPN", "NUM", "PUNCT", "SYM"):
        return form
    plain = form.lower().replace("’", "'")
    if plain in _CLITICS:
        return _CLITICS[plain]
    if tag == "VERB":
        return _verb(plain)
    return str(simplemma.lemmatize(plain, lang="en")).lower()


def _verb(plain: str) -> str:
    """Return a verb's lemma; "bombing" is no noun here, nor is "shot"."""
    if plain in _irregular():
        return _irregular()[plain]
    found = str(simplemma.lemmatize(plain, lang="en")).lower()
    if found != plain:
        return found
    for ending in ("ing", "ed"):
        if plain.endswith(ending) and len(plain) > len(ending) + 2:
            return _stem(plain.removesuffix(ending)) or found
    return found


def _stem(rest: str) -> str | None:
    """Return the verb behind a form without its ending: "bomb", "strik" → "strike", "stopp" → "stop"."""
    doubled = len(rest) > 2 and rest[-1] == rest[-2] and rest[-1] not in _VOWELS
    candidates = ([rest[:-1]] if doubled else []) + [rest, rest + "e"]
    return next((word for word in candidates if simplemma.is_known(word, lang="en")), None)


@cache
def _irregular() -> dict[str, str]:
    text = files("dragoman.language").joinpath("irregular_verbs.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {row[0]: row[1] for row in rows}
