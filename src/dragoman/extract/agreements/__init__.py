"""Agreements: who agreed, signed, offered or broke what with whom, for how much, what for, what is open."""

from __future__ import annotations

from dataclasses import replace

from dragoman.extract.agreements.drafting import drafts_of
from dragoman.extract.agreements.learned import with_engine
from dragoman.extract.agreements.lists import Listing
from dragoman.extract.agreements.merging import agreements_of
from dragoman.extract.agreements.open_points import open_points
from dragoman.extract.ground import Ground
from dragoman.knowledge.base import Knowledge
from dragoman.records import AgreementDraft, Analysis, Article, Span

__all__ = ["agreement_drafts", "agreements_of"]

_REACH = 2
"""A point that is open belongs to an agreement at most so many sentences before it, in its paragraph or the
one before: those of wires have one sentence."""


def agreement_drafts(article: Article, analysis: Analysis, knowledge: Knowledge) -> list[AgreementDraft]:
    """Return the agreements that the sentences of an article tell of, one draft a place, in text order.

    Parties are still phrases of the text; ``agreements_of`` makes agreements of them.
    """
    ground = Ground.of(analysis, knowledge)
    listing = Listing(ground)
    found: list[AgreementDraft] = []
    at: list[int] = []
    for number, sentence in enumerate(analysis.sentences):
        if not article.is_read(sentence.paragraph):
            continue
        drafts = with_engine(listing, drafts_of(listing, sentence.first, sentence.last), sentence)
        found += drafts
        at += [number] * len(drafts)
        for point in open_points(ground, sentence.first, sentence.last):
            _attach(analysis, found, at, number, point)
    return found


def _attach(
    analysis: Analysis, drafts: list[AgreementDraft], at: list[int], sentence: int, point: Span
) -> None:
    """Give an open point to the nearest agreement before it or the first of its sentence."""
    near = [
        n for n, where in enumerate(at)
        if sentence - where <= _REACH
        and analysis.sentences[sentence].paragraph - analysis.sentences[where].paragraph <= 1
    ]  # fmt: skip
    if not near:
        return
    own = [n for n in near if at[n] == sentence]
    chosen = own[0] if own else near[-1]
    draft = drafts[chosen]
    if own and point.overlaps(draft.span):
        return  # that the agreement itself is still negotiated is its status
    drafts[chosen] = replace(draft, open_points=tuple(dict.fromkeys((*draft.open_points, point))))
