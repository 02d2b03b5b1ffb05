"""Memberships: who belongs to what, as a member, an observer, a candidate or a former member."""

from __future__ import annotations

from dragoman.extract.ground import Ground
from dragoman.extract.memberships.clauses import by_clause
from dragoman.extract.memberships.finishing import memberships_of
from dragoman.extract.memberships.focus import Focus
from dragoman.extract.memberships.learned import with_engine
from dragoman.extract.memberships.names import Names
from dragoman.extract.memberships.orders import by_order
from dragoman.knowledge.base import Knowledge
from dragoman.records import Analysis, Article, MembershipDraft

__all__ = ["membership_drafts", "memberships_of"]


def membership_drafts(article: Article, analysis: Analysis, knowledge: Knowledge) -> list[MembershipDraft]:
    """Return the memberships that an article tells of, in text order; both ends are phrases of the text.

    A sentence that names no organization ("Six countries are observers: …", "Sweden followed") takes the
    one that the article told of last (see ``focus``).
    """
    ground = Ground.of(analysis, knowledge)
    names = Names(ground)
    found: list[MembershipDraft] = []
    focus = Focus(names)
    for sentence in analysis.sentences:
        if not article.is_read(sentence.paragraph):
            continue
        focus.paragraph = sentence.paragraph
        focus.see(sentence.first, sentence.last)
        told = list(by_order(ground, names, sentence.first, sentence.last, focus))
        places = {(d.organization, d.member) for d in told}
        told += [
            d for d in by_clause(ground, names, sentence.first, sentence.last, focus)
            if d.role == "former" or (d.organization, d.member) not in places
        ]  # fmt: skip
        found += with_engine(ground, told, focus, sentence)
    return sorted(found, key=lambda d: (d.member, d.span))
