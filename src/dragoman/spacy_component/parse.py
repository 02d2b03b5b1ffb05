"""A spaCy Doc's tokens and tree → our words and sentences, with the engine's findings laid over them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Any

from dragoman.records import Analysis, NameSpan, RoleSpan, Sentence, Word


@cache
def _relations() -> dict[str, str]:
    text = files("dragoman.spacy_component").joinpath("labels.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {row[0]: row[1] for row in rows}


def analysis_from_doc(doc: Any, base: Analysis) -> Analysis:
    """Return ``base`` with the Doc's tokens, tags and tree in place of its own.

    Names, statement spans and links stay the engine's, carried over by characters; antecedents, which
    count in the engine's words, are carried over by the word that begins at the same character.
    """
    tokens = [token for token in doc if not token.is_space]
    number = {token.i: k for k, token in enumerate(tokens)}
    paragraphs = {word.start: base.sentences[word.sentence].paragraph for word in base.words}
    words: list[Word] = []
    sentences: list[Sentence] = []
    for sentence in doc.sents:
        inside = [number[token.i] for token in sentence if not token.is_space]
        if not inside:
            continue
        begins = (paragraphs[tokens[k].idx] for k in inside if tokens[k].idx in paragraphs)
        last = sentences[-1].paragraph if sentences else 0
        sentences.append(Sentence(inside[0], inside[-1] + 1, next(begins, last)))
        words += [_word(tokens[k], k, number, len(sentences) - 1) for k in inside]
    plain = Analysis(tuple(words), tuple(sentences))
    roles, kept = _roles(base, plain)
    return replace(
        plain,
        names=tuple(_names(base, plain)),
        roles=roles,
        sources_of_cues=tuple(
            link for link in base.sources_of_cues if _whole(link.fragment, link.target, kept)
        ),
        cues_of_contents=tuple(
            link for link in base.cues_of_contents if _whole(link.fragment, link.target, kept)
        ),
        antecedents=_antecedents(base, plain),
    )


def _word(token: Any, index: int, number: dict[int, int], sentence: int) -> Word:
    relation = _relations().get(token.dep_, token.dep_ or "dep")
    root = token.head.i == token.i or token.head.i not in number
    head = -1 if root else number[token.head.i]
    lemma = token.lemma_ or token.lower_
    end = token.idx + len(token.text)
    return Word(
        index, token.idx, end, token.text, lemma, token.pos_, head, "root" if root else relation, sentence
    )


def _names(base: Analysis, plain: Analysis) -> Iterable[NameSpan]:
    for name in base.names:
        words = plain.words_in(base.span(name.first, name.last))
        if words:
            yield replace(name, first=words.start, last=words.stop)


def _roles(base: Analysis, plain: Analysis) -> tuple[tuple[RoleSpan, ...], frozenset[int]]:
    """Return the fragments over the Doc's words; an empty one keeps its place so that links stay right."""
    found, kept = [], set()
    for number, role in enumerate(base.roles):
        words = plain.words_in(base.span(role.first, role.last))
        if words:
            kept.add(number)
        found.append(replace(role, first=words.start, last=max(words.stop, words.start + 1)))
    return tuple(found), frozenset(kept)


def _whole(fragment: int, target: int | None, kept: frozenset[int]) -> bool:
    return fragment in kept and (target is None or target in kept)


def _antecedents(base: Analysis, plain: Analysis) -> dict[int, Any]:
    at = {word.start: word.index for word in plain.words}
    new = {word.index: at[word.start] for word in base.words if word.start in at}
    return {
        new[head]: tuple(
            replace(a, word=None if a.word is None else new[a.word])
            for a in candidates
            if a.word is None or a.word in new
        )
        for head, candidates in base.antecedents.items()
        if head in new
    }
