"""Dragoman as a part of a spaCy pipeline (``pip install 'dragoman[spacy]'``).

>>> import spacy  # doctest: +SKIP
>>> nlp = spacy.blank("en")  # doctest: +SKIP
>>> nlp.add_pipe("dragoman")  # doctest: +SKIP
>>> doc = nlp("The talks will go on, the minister said on Friday.")  # doctest: +SKIP
>>> doc.spans["dragoman_sources"]  # doctest: +SKIP
[the minister]

The Reading is ``Doc._.dragoman``; it goes along where a Doc is written to bytes or to another process.
"""

from __future__ import annotations

from typing import Any

_PUBLIC = ("Dragoman", "GROUPS", "create")


def __getattr__(name: str) -> Any:
    """Load spaCy only when the component is asked for."""
    if name in _PUBLIC:
        from dragoman.spacy_component import component

        return getattr(component, name)
    raise AttributeError(f"module 'dragoman.spacy_component' has no attribute {name!r}")
