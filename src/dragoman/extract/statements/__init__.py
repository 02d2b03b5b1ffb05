"""Who said what, in whose words, through whom: an article and its analysis become statement drafts."""

from __future__ import annotations

from dragoman.extract.statements.assemble import drafts
from dragoman.extract.statements.chains import IsPublication, looks_like_publication
from dragoman.extract.statements.nesting import needs_second_pass
from dragoman.records import Analysis, Article, StatementDraft

__all__ = ["find_statements", "looks_like_publication", "needs_second_pass"]


def find_statements(
    article: Article, analysis: Analysis, is_publication: IsPublication = looks_like_publication
) -> list[StatementDraft]:
    """Return the statements of an article, in text order of each one's first character.

    ``is_publication`` says of a phrase whether it names an outlet; the default goes by a list of words.
    Spans are code points of ``article.text``; ``parent`` is an index into the returned list.
    """
    return drafts(article, analysis, is_publication)
