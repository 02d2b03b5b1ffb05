"""What kind of text an article is, where that changes what its words tell: a match report, or advice.

In a match report a pass is rejected and a back four praised; in a recipe, a test of a kettle or a page on
gardens the author tells the reader what to do and what will come of it. Neither is anybody's stance on
what can be done or left, and neither foretells.
"""

from __future__ import annotations

from typing import Literal

from dragoman.extract.arguments import children
from dragoman.extract.positions.clauses import bounds, lower
from dragoman.extract.positions.lexicon import lexicon
from dragoman.records import Analysis, Article

Manner = Literal["plain", "match", "advice"]
_SURE, _FEW, _MANY = 1, 4, 6
"""Words of play that make a match report: with one that is of sport alone, and with none."""
_IMPERATIVES = 4


def manner_of(article: Article, analysis: Analysis) -> Manner:
    """Return what kind of text an article is.

    A match report has words of play, of which one at least belongs to sport alone ("goalkeeper"), or many
    that may. Advice tells the reader ("you") what he should or must do, outside quotation marks, or has
    many sentences that begin with an imperative.
    """
    if _is_match(article, analysis):
        return "match"
    return "advice" if _advises(article, analysis) else "plain"


def _is_match(article: Article, analysis: Analysis) -> bool:
    words = lexicon().words
    used = {w.lemma.lower() for w in analysis.words if _is_read(article, analysis, w.index)}
    used |= {part for w in analysis.words if "-" in (part := w.text.lower())}
    sure, perhaps = used & words["play"], used & words["perhaps_play"]
    return (len(sure) >= _SURE and len(sure) + len(perhaps) >= _FEW) or len(perhaps) >= _MANY


def _advises(article: Article, analysis: Analysis) -> bool:
    """Say whether the author tells the reader what to do, in his own words."""
    orders = 0
    for word in analysis.words:
        reader = lower(analysis, word.index) == "you"
        if not (reader or word.upos == "VERB") or not _is_read(article, analysis, word.index):
            continue
        if _is_quoted(analysis, word.index):
            continue
        if reader and lower(analysis, word.index + 1) in lexicon().words["advising"]:
            return True
        orders += _is_order(analysis, word.index)
    return orders >= _IMPERATIVES


def _is_order(analysis: Analysis, verb: int) -> bool:
    """Say whether a verb begins its sentence in its plain form, with nobody who does it ("Bake it")."""
    word = analysis.words[verb]
    first = bounds(analysis, verb)[0]
    begins = verb == first or (verb == first + 2 and lower(analysis, first) == "do")
    plain = word.text.lower() == word.lemma.lower()
    return begins and plain and not children(analysis, verb, "nsubj", "nsubj:pass", "aux:pass")


def _is_quoted(analysis: Analysis, index: int) -> bool:
    """Say whether a word stands between quotation marks of its sentence."""
    first = analysis.sentences[analysis.words[index].sentence].first
    return sum(analysis.words[i].text in ("“", "”", '"', "„") for i in range(first, index)) % 2 == 1


def _is_read(article: Article, analysis: Analysis, index: int) -> bool:
    return article.is_read(analysis.sentences[analysis.words[index].sentence].paragraph)
