"""A spaCy Doc's own parse, and our engine's findings on it → one Analysis.

Words, sentences, trees and parts of speech are the Doc's; statement spans, names and antecedents are ours,
laid on the Doc's words by their characters. The Doc's text is the article's, character by character.
"""

from __future__ import annotations

import bisect
from typing import TYPE_CHECKING

from dragoman.language.engine import READ_KINDS
from dragoman.language.lemmas import lemma
from dragoman.records import Analysis, Antecedent, Article, NameSpan, RoleLink, RoleSpan, Sentence, Span, Word
from dragoman.spacy_component.trees import Tree, to_universal

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def analysis_of(doc: Doc, article: Article, ours: Analysis) -> Analysis:
    """Return our analysis with the words and trees of ``doc`` instead of our own.

    ValueError where the Doc lacks parts of speech or a dependency parse.
    """
    for layer, pipe in (("POS", "a tagger"), ("DEP", "a parser")):
        if not doc.has_annotation(layer):
            raise ValueError(f'dragoman with parse="spacy" needs {pipe} before it in the pipeline')
    words, sentences = _words(doc, article)
    frame = Analysis(words, sentences)
    kept = _roles(frame, ours)
    numbers = {old: new for new, (old, _) in enumerate(kept)}
    return Analysis(
        words,
        sentences,
        names=_names(frame, ours),
        roles=tuple(role for _, role in kept),
        sources_of_cues=_links(ours.sources_of_cues, numbers),
        cues_of_contents=_links(ours.cues_of_contents, numbers),
        antecedents=_antecedents(frame, ours),
    )


def _words(doc: Doc, article: Article) -> tuple[tuple[Word, ...], tuple[Sentence, ...]]:
    """Return the Doc's words in the paragraphs that are read; no sentence goes on over a paragraph's end."""
    tokens, paragraphs = _tokens(doc, article)
    numbers = {token.i: n for n, token in enumerate(tokens)}
    sentence_of = {i: n for n, sentence in enumerate(doc.sents) for i in range(sentence.start, sentence.end)}
    firsts = [
        n
        for n, token in enumerate(tokens)
        if n == 0
        or sentence_of[token.i] != sentence_of[tokens[n - 1].i]
        or paragraphs[n] != paragraphs[n - 1]
    ]
    edges = [*firsts, len(tokens)]
    sentences = tuple(Sentence(a, b, paragraphs[a]) for a, b in zip(firsts, edges[1:], strict=True))
    tree = Tree(
        [_head(token, numbers) for token in tokens],
        [token.dep_ for token in tokens],
        [{"CONJ": "CCONJ", "": "X"}.get(token.pos_, token.pos_) for token in tokens],
        [lemma(token.text, token.pos_) for token in tokens],
    )
    to_universal(tree)
    for sentence in sentences:
        _root(tree, sentence)
    owner = [n for n, sentence in enumerate(sentences) for _ in range(sentence.first, sentence.last)]
    words = tuple(
        Word(
            n,
            t.idx,
            t.idx + len(t),
            t.text,
            tree.lemmas[n],
            tree.tags[n],
            tree.heads[n],
            tree.relations[n],
            s,
        )
        for n, (t, s) in enumerate(zip(tokens, owner, strict=True))
    )
    return words, sentences


def _tokens(doc: Doc, article: Article) -> tuple[list[Token], list[int]]:
    starts = [paragraph.span.start for paragraph in article.paragraphs]
    tokens, paragraphs = [], []
    for token in doc:
        number = bisect.bisect_right(starts, token.idx) - 1
        if number < 0 or token.is_space:
            continue
        paragraph = article.paragraphs[number]
        if token.idx < paragraph.span.end and paragraph.kind in READ_KINDS:
            tokens.append(token)
            paragraphs.append(number)
    return tokens, paragraphs


def _head(token: Token, numbers: dict[int, int]) -> int:
    """Return the nearest word above that is read (spaCy has tokens of white space), -1 where none is."""
    above = token.head
    while above.i not in numbers and above.head.i != above.i:
        above = above.head
    return -1 if above.i == token.i else numbers.get(above.i, -1)


def _root(tree: Tree, sentence: Sentence) -> None:
    """Give a sentence one root: what its cutting left without a head hangs on the first such word."""
    root = -1
    for n in range(sentence.first, sentence.last):
        if sentence.first <= tree.heads[n] < sentence.last:
            continue
        if root < 0:
            root = n
            tree.heads[n], tree.relations[n] = -1, "root"
        else:
            tree.heads[n], tree.relations[n] = root, "parataxis"


def _laid(frame: Analysis, span: Span, behind: int) -> tuple[int, int]:
    """Return the words that a span touches, none of those before ``behind``."""
    touched = frame.words_in(span)
    return max(touched.start, behind), touched.stop


def _roles(frame: Analysis, ours: Analysis) -> list[tuple[int, RoleSpan]]:
    """Return our statement spans on the Doc's words, each with its old number; none overlap."""
    found: list[tuple[int, RoleSpan]] = []
    behind = 0
    for number, role in sorted(enumerate(ours.roles), key=lambda pair: pair[1].first):
        first, last = _laid(frame, ours.span(role.first, role.last), behind)
        if first < last:
            found.append((number, RoleSpan(role.role, first, last, role.confidence)))
            behind = last
    return found


def _names(frame: Analysis, ours: Analysis) -> tuple[NameSpan, ...]:
    found: list[NameSpan] = []
    for name in ours.names:
        first, last = _laid(frame, ours.span(name.first, name.last), found[-1].last if found else 0)
        if first < last:
            found.append(NameSpan(first, last, name.label, name.confidence))
    return tuple(found)


def _links(links: tuple[RoleLink, ...], numbers: dict[int, int]) -> tuple[RoleLink, ...]:
    """Renumber links; one to a span that was lost leads nowhere rather than elsewhere."""
    return tuple(
        RoleLink(
            numbers[link.fragment],
            None if link.target is None else numbers.get(link.target),
            link.probability,
        )
        for link in links
        if link.fragment in numbers
    )


def _antecedents(frame: Analysis, ours: Analysis) -> dict[int, tuple[Antecedent, ...]]:
    laid: dict[int, tuple[Antecedent, ...]] = {}
    for mention, candidates in ours.antecedents.items():
        word = _word(frame, ours.words[mention])
        if word is None or word in laid:
            continue
        moved = [(None if c.word is None else _word(frame, ours.words[c.word]), c) for c in candidates]
        laid[word] = tuple(
            Antecedent(other, c.probability)
            for other, c in moved
            if c.word is None or (other is not None and other != word)
        )
    return laid


def _word(frame: Analysis, word: Word) -> int | None:
    touched = frame.words_in(word.span)
    return touched.start if touched else None
