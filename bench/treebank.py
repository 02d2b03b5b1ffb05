"""CoNLL-U documents laid out as raw text: words with offsets, sentences, paragraphs, mentions.

The raw text is rebuilt from the words and their ``SpaceAfter``; sentences of a paragraph follow each
other after a space, paragraphs after an empty line. The words of a multiword token share its
characters out in order ("don't": "do", "n't").
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from dragoman.records import Article, Paragraph, Span


@dataclass(frozen=True, slots=True)
class Token:
    """A gold syntactic word; ``head`` is an index into the document's words, -1 for a root."""

    start: int
    end: int
    form: str
    lemma: str
    upos: str
    features: str
    head: int
    deprel: str

    @property
    def span(self) -> Span:
        """The word's characters in the rebuilt text."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Mention:
    """A gold mention over words ``[first, last)``: its chain's id, its type, whether a page is linked."""

    chain: str
    kind: str
    first: int
    last: int
    linked: bool


@dataclass(slots=True)
class Document:
    """A gold document; ``sentences`` and ``paragraphs`` are word ranges, ``labels`` are IOB2 names."""

    id: str
    text: str = ""
    words: list[Token] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)
    paragraphs: list[tuple[int, int]] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    sentence_ids: list[str] = field(default_factory=list)

    def article(self) -> Article:
        """Return the rebuilt text as an article whose paragraphs are the gold's."""
        blocks = [Span(self.words[a].start, self.words[b - 1].end) for a, b in self.paragraphs]
        return Article(text=self.text, paragraphs=tuple(Paragraph(block, "body") for block in blocks))

    def forms(self) -> list[list[list[str]]]:
        """Return the gold words as paragraphs of sentences of forms."""
        return [
            [[w.form for w in self.words[s:e]] for s, e in self.sentences if first <= s < last]
            for first, last in self.paragraphs
        ]

    def head(self, mention: Mention) -> int:
        """Return the mention's head word: the first whose own head lies outside it."""
        for i in range(mention.first, mention.last):
            if not mention.first <= self.words[i].head < mention.last:
                return i
        return mention.first


def documents(path: Path) -> Iterator[Document]:
    """Yield the documents of a CoNLL-U file in its order."""
    lines: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newdoc") and lines:
            yield _document(lines)
            lines = []
        lines.append(line)
    if lines:
        yield _document(lines)


class _Builder:
    """Lays one document's words out one after another."""

    def __init__(self, identifier: str) -> None:
        self.document = Document(identifier)
        self.parts: list[str] = []
        self.length = 0
        self.gap = ""
        self.shared: list[tuple[int, int]] = []
        self.misc: list[str] = []
        self.breaks = [0]
        self.base = 0

    def paragraph(self) -> None:
        """Begin a paragraph where one has been filled."""
        if self.document.words and self.breaks[-1] != len(self.document.words):
            self.breaks.append(len(self.document.words))
            self.gap = "\n\n"

    def write(self, surface: str, misc: str) -> int:
        """Append a surface token, return where it begins; remember whether a space follows."""
        start = self.length + len(self.gap)
        self.parts += [self.gap, surface]
        self.length = start + len(surface)
        self.gap = "" if "SpaceAfter=No" in misc.split("|") else " "
        return start

    def group(self, row: list[str]) -> None:
        """Append a multiword token; the words that it stands for come in the next rows."""
        first, last = map(int, row[0].split("-"))
        start = self.write(row[1], row[9])
        self.shared = _shares(start, len(row[1]), last - first + 1)

    def word(self, row: list[str]) -> None:
        """Append a syntactic word."""
        document = self.document
        if row[0] == "1":
            self.base = len(document.words)
            document.sentences.append((self.base, self.base))
        if self.shared:
            start, end = self.shared.pop(0)
            if self.parts and len(row[1]) <= self.length - start:
                end = start + len(row[1]) if self.shared else self.length
                self.shared = [(end, e) if i == 0 else (s, e) for i, (s, e) in enumerate(self.shared)]
        else:
            start = self.write(row[1], row[9])
            end = start + len(row[1])
        head = int(row[6])
        document.words.append(
            Token(start, end, row[1], row[2], row[3], row[5], self.base + head - 1 if head else -1, row[7])
        )
        document.sentences[-1] = (self.base, len(document.words))
        self.misc.append(row[9])

    def finished(self) -> Document:
        """Return the document with its text, paragraphs and mentions."""
        document = self.document
        document.text = "".join(self.parts)
        edges = [*self.breaks, len(document.words)]
        document.paragraphs = [(a, b) for a, b in itertools.pairwise(edges) if a < b]
        document.mentions = sorted(mentions(self.misc), key=lambda m: (m.first, -m.last))
        return document


def _shares(start: int, length: int, count: int) -> list[tuple[int, int]]:
    cuts = [start + length * i // count for i in range(count + 1)]
    return list(itertools.pairwise(cuts))


def _document(lines: list[str]) -> Document:
    name = next((line.split("=")[1].strip() for line in lines if line.startswith("# newdoc")), "")
    builder = _Builder(name)
    for line in lines:
        if line.startswith("# newpar") and not line.startswith("# newpar_block"):
            builder.paragraph()
        elif line.startswith("# sent_id"):
            builder.document.sentence_ids.append(line.split("=")[1].strip())
        elif line and not line.startswith("#"):
            row = line.split("\t")
            if row[0].isdigit():
                builder.word(row)
            elif "-" in row[0]:
                builder.group(row)
    return builder.finished()


def mentions(misc: list[str]) -> Iterator[Mention]:
    """Read GUM's ``Entity=`` brackets (GRP-etype-infstat-salience-centering-minspan-link-identity)."""
    open_: list[tuple[str, str, int, bool]] = []
    for i, column in enumerate(misc):
        value = next((part[7:] for part in column.split("|") if part.startswith("Entity=")), "")
        for token in re.findall(r"\([^()]+\)?|[^()]+\)", value):
            fields = token.strip("()").split("-")
            if token.startswith("(") and "[" not in fields[0]:
                open_.append((fields[0], fields[1] if len(fields) > 1 else "", i, len(fields) > 7))
            if token.endswith(")"):
                at = next((k for k in reversed(range(len(open_))) if open_[k][0] == fields[0]), None)
                if at is not None:
                    chain, kind, first, linked = open_.pop(at)
                    yield Mention(chain, kind, first, i + 1, linked)
