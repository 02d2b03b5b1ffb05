"""PolNeAR → training documents: statement spans and links by hand, names and pronouns by CoreNLP (silver)."""

from __future__ import annotations

import bisect
import json
import lzma
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dragoman.language.tokenizer import words_of
from training.examples import NAMES, ROLES, Document

_NER = {"PERSON": "person", "ORGANIZATION": "organization", "LOCATION": "place", "MISC": "other"}
_PRONOUNS = frozenset("he she him her his hers himself herself they them their".split())
Fragments = list[tuple[int, int]]


def attributions(raw: str) -> list[dict[str, Fragments]]:
    """Read brat standoff into attributions: role → fragments in order; malformed lines are passed over."""
    spans: dict[str, Fragments] = {}
    found = []
    for line in raw.split("\n"):
        if match := re.match(r"(T\d+)\t\S+ (\d+ \d+(?:;\d+ \d+)*)(?:\t|$)", line):
            pairs = [tuple(map(int, part.split())) for part in match[2].split(";")]
            spans[match[1]] = [(a, b) for a, b in pairs if a < b]
        elif match := re.match(r"E\d+\t(.+)$", line):
            roles: dict[str, Fragments] = {"source": [], "cue": [], "content": []}
            for argument in match[1].split():
                role, _, ref = argument.partition(":")
                role = re.sub(r"\d+$", "", role).lower()
                if role in roles:
                    roles[role] += spans.get(ref, [])
            if roles["content"]:
                found.append({role: sorted(set(f)) for role, f in roles.items()})
    return found


def paragraphs_of(text: str) -> list[tuple[int, int]]:
    """Return where a text's paragraphs stand: each is a line, from its first character that is no space."""
    return [match.span() for match in re.finditer(r"\S[^\n]*", text)]


class _Words:
    """The words of a text with a search from characters to words."""

    def __init__(self, text: str) -> None:
        self.paragraphs: list[tuple[int, int]] = []
        self.words: list[tuple[str, int, int]] = []
        for start, end in paragraphs_of(text):
            first = len(self.words)
            self.words += words_of(text, start, end)
            self.paragraphs.append((first, len(self.words)))
        self._starts = [start for _, start, _ in self.words]

    def inside(self, start: int, end: int) -> range:
        """Return the words of which at least half the characters lie in ``[start, end)``."""
        i = max(0, bisect.bisect_right(self._starts, start) - 1)
        j = bisect.bisect_left(self._starts, end)
        while i < j and not self._mostly(i, start, end):
            i += 1
        while j > i and not self._mostly(j - 1, start, end):
            j -= 1
        return range(i, j)

    def _mostly(self, i: int, start: int, end: int) -> bool:
        _, first, last = self.words[i]
        return 2 * (min(end, last) - max(start, first)) >= last - first


def training_documents(folder: Path) -> Iterator[Document]:
    """Yield one document per annotator file of a PolNeAR split."""
    silver = {}
    with lzma.open(folder / "corenlp.jsonl.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            entry = json.loads(line)
            silver[entry["id"]] = entry
    for path in sorted((folder / "attributions").glob("*.ann")):
        stem = (
            path.stem.rsplit("_", 1)[0] if not (folder / "text" / f"{path.stem}.txt").exists() else path.stem
        )
        text = (folder / "text" / f"{stem}.txt").open(encoding="utf-8", newline="").read()
        doc = labelled(path.stem, text, attributions(path.open(encoding="utf-8", newline="").read()))
        if stem in silver:
            add_silver(doc, text, silver[stem])
        yield doc


def labelled(identifier: str, text: str, found: list[dict[str, Fragments]]) -> Document:
    """Label the words of a text with roles and links of its attributions; cues win over the rest."""
    split = _Words(text)
    doc = Document(identifier, [w for w, _, _ in split.words], split.paragraphs)
    doc.roles = [0] * len(doc.words)
    for role in ("content", "source", "cue"):
        for attribution in found:
            for start, end in attribution[role]:
                for n, i in enumerate(split.inside(start, end)):
                    doc.roles[i] = ROLES.index(f"{'I' if n else 'B'}-{role}")
    for attribution in found:
        _link(doc, split, attribution)
    return doc


def _link(doc: Document, split: _Words, attribution: dict[str, Fragments]) -> None:
    assert doc.roles is not None
    first = {role: [split.inside(*f) for f in fragments] for role, fragments in attribution.items()}
    first_cue = next((r[0] for r in first["cue"] if len(r)), None)
    first_source = next((r[0] for r in first["source"] if len(r)), None)
    if first_cue is not None:
        doc.sources[first_cue] = -1 if first_source is None else first_source
    for content in first["content"]:
        if len(content) and doc.roles[content[0]] == ROLES.index("B-content"):
            doc.cues[content[0]] = -1 if first_cue is None else first_cue


def add_silver(doc: Document, text: str, silver: dict[str, Any]) -> None:
    """Add CoreNLP's names (not nationalities) and the antecedents of third-person pronouns."""
    split = _Words(text)
    astral = [i for i, c in enumerate(text) if ord(c) > 0xFFFF]
    wide = [i + n for n, i in enumerate(astral)]

    def point(offset: int) -> int:
        return offset - bisect.bisect_left(wide, offset)

    word_of: dict[tuple[int, int], int] = {}
    doc.names, doc.names_weight = [0] * len(doc.words), 0.15
    doc.candidates = [False] * len(doc.words)
    for s, sentence in enumerate(silver["sentences"], 1):
        previous = "O"
        for t, (start, end, tag, ner, _) in enumerate(sentence, 1):
            inside = split.inside(point(start), point(end))
            if not len(inside):
                continue
            word_of[s, t] = inside[-1]
            doc.candidates[inside[-1]] |= tag.startswith(("NN", "PRP", "WP"))
            kind = _NER.get(ner) if tag.startswith(("NNP", "IN", "DT", "POS", "HYPH", "CC", ":")) else None
            for i in inside:
                if kind and doc.names[i] == 0:
                    doc.names[i] = NAMES.index(f"{'I' if previous == kind else 'B'}-{kind}")
                    previous = kind
            previous = kind or "O"
    _antecedents(doc, silver, word_of)


def _antecedents(doc: Document, silver: dict[str, Any], word_of: dict[tuple[int, int], int]) -> None:
    doc.antecedents_weight = 0.3
    for chain in silver["coref"]:
        heads = sorted({word_of[s, h] for s, _, _, h, _ in chain if (s, h) in word_of})
        for head in heads:
            if doc.words[head].lower() in _PRONOUNS:
                before = frozenset(h for h in heads if h < head)
                if before:
                    doc.antecedents[head] = before
