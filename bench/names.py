"""Gold names (person, organization, place) of UNER and of GUM, as spans of the rebuilt text.

UNER gives names as IOB2 labels on EWT's words (PER, ORG, LOC). GUM gives mentions; a mention of type
person, organization or place is a name where its head is a proper noun, and the name is then the head
and the words about it, within the mention, that the tree joins to it as parts of one name (flat,
compound; for bodies and places also capitalised adjectives and "of" phrases). That leaves out titles
in front, as UNER does; a people ("Muslims") is no name of a person. "The" in front is taken off on
all sides, since corpora differ. A name is counted once, for the longest mention that holds it.
"""

from __future__ import annotations

import re
from pathlib import Path

from bench.treebank import Document, Mention
from dragoman.records import Analysis, Span

KINDS = ("person", "organization", "place")
_IOB = {"PER": "person", "ORG": "organization", "LOC": "place"}
_PERSON = frozenset({"flat", "compound", "punct"})
_BODY = _PERSON | {"amod", "nmod", "nmod:poss", "conj", "cc", "case", "det", "nummod"}
TITLES = Path(__file__).with_name("titles.txt")


def titles(path: Path = TITLES) -> frozenset[str]:
    """Return the titles that stand before names without being part of them."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def gum_names(document: Document, before_names: frozenset[str]) -> list[tuple[Span, str]]:
    """Return the names in a GUM document's mentions."""
    taken: set[int] = set()
    found = []
    for mention in sorted(document.mentions, key=lambda m: (m.first - m.last, m.first)):
        core = _core(document, mention, before_names)
        if core is None or taken.intersection(core):
            continue
        taken.update(core)
        if mention.kind in KINDS:
            found.append((Span(document.words[core[0]].start, document.words[core[-1]].end), mention.kind))
    return sorted(found)


def _core(document: Document, mention: Mention, before_names: frozenset[str]) -> range | None:
    """Return the words of the name at the mention's head, None where there is none."""
    words, head = document.words, document.head(mention)
    if words[head].upos != "PROPN" or (mention.kind == "person" and "Number=Plur" in words[head].features):
        return None
    parts = _parts(document, mention, head)
    first, last = head, head + 1
    while first - 1 in parts:
        first -= 1
    while last in parts:
        last += 1
    while first < head and not words[first].form[:1].isupper():
        first += 1
    while last > head + 1 and not words[last - 1].form[:1].isupper():
        last -= 1
    core = range(first, last)
    return None if all(words[i].form in before_names for i in core) else core


def _parts(document: Document, mention: Mention, head: int) -> set[int]:
    """Return the mention's words that the tree joins to the head as parts of one name."""
    joining = _PERSON if mention.kind == "person" else _BODY
    parts, grown = {head}, True
    while grown:
        more = {
            i
            for i in range(mention.first, mention.last)
            if i not in parts and document.words[i].head in parts and document.words[i].deprel in joining
            and _may_join(document, i)
        }  # fmt: skip
        parts |= more
        grown = bool(more)
    return parts


def _may_join(document: Document, i: int) -> bool:
    word = document.words[i]
    if word.deprel == "nmod":
        cases = [other.form for other in document.words if other.head == i and other.deprel == "case"]
        return word.form[:1].isupper() and cases in (["of"], ["for"])
    return word.form[:1].isupper() or word.deprel in ("case", "cc", "det", "punct") or word.form[:1].isdigit()


Labelled = list[tuple[str, str]]
"""A sentence's words with their IOB2 labels."""


def read_iob2(path: Path) -> dict[str, Labelled]:
    """Return each sentence's words and labels, by the sentence's id."""
    labels: dict[str, Labelled] = {}
    name = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# sent_id"):
            name = line.split("=")[1].strip()
            labels[name] = []
        elif line and not line.startswith("#"):
            columns = line.split("\t")
            labels[name].append((columns[1], columns[2]))
    return labels


def uner_names(document: Document, labels: dict[str, Labelled]) -> list[tuple[Span, str]]:
    """Return the names of an EWT document by its sentences' labels.

    UNER labels an older release of the treebank, cut into words here and there differently: the labels
    are carried over by characters. ValueError where even these differ.
    """
    found: list[tuple[Span, str]] = []
    for name, (first, last) in zip(document.sentence_ids, document.sentences, strict=True):
        places = [i for word in document.words[first:last] for i in range(word.start, word.end)]
        places = [i for i in places if not document.text[i].isspace()]
        at = 0
        for form, label in labels[name]:
            size = len("".join(form.split()))
            if at + size > len(places):
                raise ValueError(f"{name}: the labels' words differ from the treebank's")
            start, end = places[at], places[at + size - 1] + 1
            at += size
            kind = _IOB.get(label[2:])
            if kind and (label.startswith("B-") or not found):
                found.append((Span(start, end), kind))
            elif kind:
                found[-1] = (Span(found[-1][0].start, end), kind)
    return sorted((without_article(span, document.text), kind) for span, kind in found)


def without_article(span: Span, text: str) -> Span:
    """Return a name's span without "the" in front: corpora differ on whether it belongs."""
    words = re.match(r"[Tt]he\s+(?=\S)", span.of(text))
    return Span(span.start + words.end(), span.end) if words else span


def analysed_names(analysis: Analysis, text: str) -> list[tuple[Span, str]]:
    """Return an analysis's names of the three kinds, articles in front off."""
    found = [(analysis.span(n.first, n.last), n.label) for n in analysis.names if n.label in KINDS]
    return [(without_article(span, text), kind) for span, kind in found]
