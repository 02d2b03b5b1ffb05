"""CoNLL-U treebanks → training documents: trees everywhere; names and coreference where GUM has them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from training.examples import DEPRELS, NAMES, UPOS, Document, deprel_index

COMMERCIAL_GENRES = "academic bio conversation court interview speech textbook vlog voyage".split()
"""GUM genres whose texts may be trained on; news is left out for measuring, the rest are NC."""

TEST_DOCUMENTS = frozenset(
    """GUM_academic_discrimination GUM_academic_eegimaa GUM_bio_dvorak GUM_bio_jespersen
    GUM_conversation_lambada GUM_conversation_retirement GUM_court_loan GUM_interview_cyclone
    GUM_interview_hill GUM_speech_austria GUM_speech_newzealand GUM_textbook_labor
    GUM_textbook_chemistry GUM_textbook_union GUM_vlog_london GUM_vlog_studying GUM_voyage_oakland
    GUM_voyage_vavau""".split()
)
"""Documents of those genres in GUM's own test split: held out of training."""

_TITLES = frozenset(
    "Mr. Mrs. Ms. Dr. President Prime Minister Sen. Senator Rep. Gov. Governor Justice".split()
)


_PERSON = frozenset({"flat", "compound", "punct"})
_BODY = _PERSON | {"amod", "nmod", "nmod:poss", "conj", "cc", "case", "det", "nummod"}


@dataclass(slots=True)
class Mention:
    """A GUM mention: words ``[first, last)``, its entity's id and type, and whether its head is a plural."""

    entity: str
    kind: str
    first: int
    last: int
    plural: bool = False


def read_conllu(path: Path) -> Iterator[list[list[str]]]:
    """Yield documents as lists of rows; a row is the ten columns, or one comment line alone."""
    rows: list[list[str]] = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# newdoc") and rows:
                yield rows
                rows = []
            if line:
                columns = line.split("\t")
                if len(columns) == 1 or columns[0].isdigit():
                    rows.append(columns)
    if rows:
        yield rows


def document(rows: list[list[str]], entities: bool) -> Document:
    """Turn one document's rows into a training document; ``entities`` where MISC has ``Entity=``."""
    doc = Document("", [], [], set(), [], [], [])
    assert doc.sentence_starts is not None and doc.upos is not None
    assert doc.heads is not None and doc.deprels is not None
    breaks, features, misc = [], list[str](), list[str]()
    base = 0
    for row in rows:
        if len(row) == 1:
            if row[0].startswith("# newdoc"):
                doc.id = row[0].split("=")[-1].strip()
            elif row[0].startswith("# newpar"):
                breaks.append(len(doc.words))
            continue
        if row[0] == "1":
            base = len(doc.words)
            doc.sentence_starts.add(base)
        doc.words.append(row[1].replace(" ", "") or row[1])
        doc.upos.append(UPOS.index(row[3]) if row[3] in UPOS else UPOS.index("X"))
        head = int(row[6])
        doc.heads.append(base + head - 1 if head else len(doc.words) - 1)
        doc.deprels.append(deprel_index(row[7]))
        features.append(row[5])
        misc.append(row[9])
    edges = sorted({0, *breaks, len(doc.words)})
    doc.paragraphs = [(a, b) for a, b in itertools.pairwise(edges) if a < b]
    if entities:
        found = mentions(misc)
        for mention in found:
            mention.plural = "Number=Plur" in features[head_of(doc, mention)]
        label_entities(doc, found)
    return doc


def mentions(misc: list[str]) -> list[Mention]:
    """Read the ``Entity=`` brackets of a document's words; discontinuous mentions are left out."""
    found: list[Mention] = []
    stack: list[tuple[str, str, int]] = []
    for i, column in enumerate(misc):
        value = next((part[7:] for part in column.split("|") if part.startswith("Entity=")), "")
        for token in re.findall(r"\([^()]+\)?|[^()]+\)", value):
            if token.startswith("("):
                fields = token.strip("()").split("-")
                if "[" not in fields[0]:
                    stack.append((fields[0], fields[1] if len(fields) > 1 else "", i))
            if token.endswith(")"):
                name = token.strip("()").split("-")[0]
                for k in range(len(stack) - 1, -1, -1):
                    if stack[k][0] == name:
                        entity, kind, first = stack.pop(k)
                        found.append(Mention(entity, kind, first, i + 1))
                        break
    return found


def head_of(doc: Document, mention: Mention) -> int:
    """Return the mention's head word: the one whose own head lies outside it."""
    assert doc.heads is not None
    for i in range(mention.first, mention.last):
        if doc.heads[i] == i or not mention.first <= doc.heads[i] < mention.last:
            return i
    return mention.first


def label_entities(doc: Document, found: list[Mention]) -> None:
    """Add names and antecedents to a document from its mentions."""
    assert doc.upos is not None
    doc.names = [0] * len(doc.words)
    chains: dict[str, list[int]] = {}
    for mention in sorted(found, key=lambda m: (m.first, -m.last)):
        chains.setdefault(mention.entity, []).append(head_of(doc, mention))
    candidates = [False] * len(doc.words)
    antecedents: dict[int, set[int]] = {}
    for heads in chains.values():
        for head in heads:
            candidates[head] = True
            antecedents.setdefault(head, set()).update(h for h in heads if h < head)
    doc.candidates = candidates
    doc.antecedents = {head: frozenset(found) for head, found in antecedents.items()}
    for mention in sorted(found, key=lambda m: m.first - m.last):
        _label_name(doc, mention)


def _label_name(doc: Document, mention: Mention) -> None:
    """Mark the proper name at a mention's head, as far as the tree joins it, unless one covers it.

    Titles and articles in front are no part of it, and several persons ("the Saudis") are no name.
    """
    assert doc.upos is not None and doc.names is not None
    head = head_of(doc, mention)
    if doc.upos[head] != UPOS.index("PROPN") or (mention.kind == "person" and mention.plural):
        return
    parts = _parts(doc, mention, head)
    first, last = head, head
    while first - 1 in parts:
        first -= 1
    while last + 1 in parts:
        last += 1
    while first < head and (not doc.words[first][:1].isupper() or doc.words[first] in _TITLES):
        first += 1
    while last > head and not doc.words[last][:1].isupper():
        last -= 1
    if any(doc.names[first : last + 1]) or all(doc.words[i] in _TITLES for i in range(first, last + 1)):
        return
    kind = mention.kind if mention.kind in ("person", "organization", "place") else "other"
    doc.names[first] = NAMES.index(f"B-{kind}")
    for i in range(first + 1, last + 1):
        doc.names[i] = NAMES.index(f"I-{kind}")


def _parts(doc: Document, mention: Mention, head: int) -> set[int]:
    """Return the mention's words that the tree joins to the head as parts of one name."""
    assert doc.heads is not None and doc.deprels is not None
    joining = _PERSON if mention.kind == "person" else _BODY
    parts, grown = {head}, True
    while grown:
        more = {
            i
            for i in range(mention.first, mention.last)
            if i not in parts and doc.heads[i] in parts and _joins(doc, mention, i, joining)
        }
        parts |= more
        grown = bool(more)
    return parts


def _joins(doc: Document, mention: Mention, i: int, joining: frozenset[str]) -> bool:
    assert doc.heads is not None and doc.deprels is not None
    relation, word = DEPRELS[doc.deprels[i]], doc.words[i]
    if relation not in joining:
        return False
    if relation == "nmod":
        inside = range(mention.first, mention.last)
        cases = [doc.words[k] for k in inside if doc.heads[k] == i and DEPRELS[doc.deprels[k]] == "case"]
        return word[:1].isupper() and cases in (["of"], ["for"])
    return word[:1].isupper() or relation in ("case", "cc", "det", "punct") or word[:1].isdigit()


def training_documents(data: Path) -> Iterator[Document]:
    """Yield EWT's training documents and GUM's of the commercial genres outside its test split."""
    for rows in read_conllu(data / "treebanks/ewt/train.conllu"):
        yield document(rows, entities=False)
    for genre in COMMERCIAL_GENRES:
        for rows in read_conllu(data / f"treebanks/gum/{genre}.conllu"):
            doc = document(rows, entities=True)
            if doc.id not in TEST_DOCUMENTS:
                yield doc
