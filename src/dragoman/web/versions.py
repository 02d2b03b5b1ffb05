"""Which software, models and tables made what a page shows; what a citation of a page names."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import version

from starlette.datastructures import State

from dragoman.knowledge.codebook import codebook
from dragoman.relations.scales import scale
from dragoman.relations.weights import weights


@dataclass(frozen=True, slots=True)
class Made:
    """Versions: of the software that serves, of what read the articles, of codebook, scale and weights.

    ``models`` and ``knowledge`` are several where articles were read by several versions.
    """

    dragoman: str
    models: tuple[str, ...]
    knowledge: tuple[str, ...]
    codebook: str
    scale: str
    weights: str
    documents: int


def versions_of(state: State) -> Made:
    """Return the versions behind a desk's answers; looked up anew where the store has grown."""
    documents = state.store.count()
    known: Made | None = getattr(state, "made", None)
    if known is None or known.documents != documents:
        read = state.store.versions()
        known = Made(
            version("dragoman"),
            tuple(sorted({one.model for one in read})),
            tuple(sorted({one.knowledge for one in read})),
            codebook().version,
            scale().version,
            weights().version,
            documents,
        )
        state.made = known
    return known
