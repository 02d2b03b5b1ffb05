"""Builds an Article and its Analysis from a small table, so that tests need no model.

The table is CoNLL-U in little: one word a line, ``form upos head deprel [lemma]``, heads 1-based
within the sentence (0 for the root), a blank line between sentences. Paragraphs of the text are
parted by an empty line; the words are looked up in the text in order, which gives their offsets.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.records import (
    Analysis,
    Article,
    NameLabel,
    NameSpan,
    Paragraph,
    Role,
    RoleLink,
    RoleSpan,
    Sentence,
    Span,
    Word,
)


def article_from_text(text: str, headings: Sequence[int] = ()) -> Article:
    """Return an article whose paragraphs are the blocks of ``text``; ``headings`` are their indices."""
    blocks = [Span(m.start(), m.end()) for m in re.finditer(r"\S(?:.|\n(?!\s*\n))*", text)]
    kinds = ["heading" if i in headings else "body" for i in range(len(blocks))]
    paragraphs = tuple(Paragraph(s, k) for s, k in zip(blocks, kinds, strict=True))  # type: ignore[arg-type]
    return Article(text=text, paragraphs=paragraphs)


def analysis_from_table(text: str, table: str, *, roles: str = "", names: str = "") -> Analysis:
    """Return the analysis that ``table`` spells out for ``text``.

    ``roles`` has one fragment a line, ``role first last [target]`` (word numbers of the whole article
    from 0, half-open; ``target`` is the line number, from 0, of the fragment it links to: a cue to its
    source, a content to its cue). ``names`` has ``first last label`` lines.
    """
    words, sentences = _words(text, table)
    spans, cue_links, content_links = _roles(roles)
    return Analysis(
        words=words, sentences=sentences, names=_names(names),
        roles=spans, sources_of_cues=cue_links, cues_of_contents=content_links,
    )  # fmt: skip


def _words(text: str, table: str) -> tuple[tuple[Word, ...], tuple[Sentence, ...]]:
    words: list[Word] = []
    sentences: list[Sentence] = []
    position = 0
    for number, block in enumerate(re.split(r"\n\s*\n", table.strip())):
        base = len(words)
        for line in block.strip().splitlines():
            form, upos, head, deprel, *rest = line.split()
            start = text.index(form, position)
            position = start + len(form)
            lemma = rest[0] if rest else form.lower()
            above = base + int(head) - 1 if int(head) else -1
            words.append(Word(len(words), start, position, form, lemma, upos, above, deprel, number))
        paragraph = len(re.findall(r"\n\s*\n", text[: words[base].start]))
        sentences.append(Sentence(base, len(words), paragraph))
    return tuple(words), tuple(sentences)


def _names(names: str) -> tuple[NameSpan, ...]:
    found = []
    for line in names.strip().splitlines():
        first, last, label = line.split()
        kind: NameLabel = label  # type: ignore[assignment]
        found.append(NameSpan(int(first), int(last), kind, 1.0))
    return tuple(found)


def _roles(
    roles: str,
) -> tuple[tuple[RoleSpan, ...], tuple[RoleLink, ...], tuple[RoleLink, ...]]:
    spans, cue_links, content_links = [], [], []
    for number, line in enumerate(roles.strip().splitlines()):
        name, first, last, *target = line.split()
        role: Role = name  # type: ignore[assignment]
        spans.append(RoleSpan(role, int(first), int(last), 0.9))
        link = RoleLink(number, int(target[0]) if target else None, 0.9)
        if role == "cue":
            cue_links.append(link)
        elif role == "content":
            content_links.append(link)
    return tuple(spans), tuple(cue_links), tuple(content_links)
