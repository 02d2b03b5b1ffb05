"""Speaker coreference in a treebank: which pronouns and nominals speak, and whether they are resolved.

A gold speaker is a mention that is the subject (``nsubj``) of a verb of reporting_verbs.txt which has
a clause as complement (``ccomp``, ``xcomp``) or stands beside the words it reports (``parataxis`` on
either side), and whose head is a third-person pronoun or a common noun. First and second persons are
out: whom "I" means is no question of coreference in running text.

Its gold chain has a name where another mention of the chain has a proper noun for its head. It is
resolved rightly where the predicted actor has a mention at one of these names: one that holds the
name's head and the head of no other chain's name. Where the chain has no name in the document, the
right answer is to leave it open: the predicted actor has no mention at any chain's name.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from bench.treebank import Document, Mention
from dragoman.records import Actor, Reading, Span

VERBS = Path(__file__).with_name("reporting_verbs.txt")
Answer = Literal["right", "wrong", "open"]


@dataclass(frozen=True, slots=True)
class Speaker:
    """A gold mention that speaks; ``names`` are the head words of its chain's names."""

    mention: Mention
    head: int
    kind: Literal["pronoun", "nominal"]
    names: tuple[int, ...]


def reporting_verbs(path: Path = VERBS) -> frozenset[str]:
    """Return the lemmas of the verbs whose subjects are counted."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def speakers(document: Document, verbs: frozenset[str]) -> list[Speaker]:
    """Return the document's speaking pronouns and nominals, in text order."""
    reporting = _reporting(document, verbs)
    found = {}
    for mention in document.mentions:
        head = document.head(mention)
        word = document.words[head]
        if word.deprel != "nsubj" or word.head not in reporting:
            continue
        kind = _kind(document, head)
        if kind and head not in found:
            found[head] = Speaker(mention, head, kind, tuple(_names(document, mention.chain, head)))
    return [found[head] for head in sorted(found)]


def _reporting(document: Document, verbs: frozenset[str]) -> set[int]:
    reporting = set()
    for word in document.words:
        bare = word.deprel.split(":")[0]
        if bare in ("ccomp", "xcomp", "parataxis") and word.head >= 0:
            reporting.add(word.head)
    reporting |= {i for i, word in enumerate(document.words) if word.deprel.startswith("parataxis")}
    return {
        i for i in reporting if document.words[i].lemma in verbs and document.words[i].upos == "VERB"
    }  # fmt: skip


def _kind(document: Document, head: int) -> Literal["pronoun", "nominal"] | None:
    word = document.words[head]
    if word.upos == "NOUN":
        return "nominal"
    if word.upos == "PRON" and "Person=3" in word.features and word.lemma != "it":
        return "pronoun"
    return None


def _names(document: Document, chain: str, head: int) -> list[int]:
    heads = [document.head(m) for m in document.mentions if m.chain == chain]
    return [h for h in heads if h != head and document.words[h].upos == "PROPN"]


def answer(speaker: Speaker, document: Document, reading: Reading) -> Answer:
    """Judge what a reading of the document's text says of one speaker."""
    actor = _actor_at(document.words[speaker.head].span, reading)
    if actor is None:
        return "open" if speaker.names else "right"
    own = {h for h in speaker.names if document.words[h].upos == "PROPN"}
    named = {document.head(m): m.chain for m in document.mentions}
    others = {
        h for h, chain in named.items()
        if document.words[h].upos == "PROPN" and chain != speaker.mention.chain
    }  # fmt: skip
    hits = [(_at(document, span, own), _at(document, span, others)) for span in actor.mentions]
    right = any(mine and not theirs for mine, theirs in hits)
    wrong = any(theirs and not mine for mine, theirs in hits)
    if not own:
        return "wrong" if wrong else "right"
    return "right" if right else "wrong" if wrong else "open"


def _actor_at(span: Span, reading: Reading) -> Actor | None:
    """Return the actor of the tightest statement source or, failing that, mention at ``span``."""
    sources = [s.source for s in reading.statements if s.source and s.source.span.contains(span)]
    if sources:
        return reading.actor(min(sources, key=lambda s: (s.span.end - s.span.start, s.span)).actor)
    mentions = [(m.end - m.start, a.id) for a in reading.actors for m in a.mentions if m.contains(span)]
    return reading.actor(min(mentions)[1]) if mentions else None


def _at(document: Document, span: Span, heads: set[int]) -> bool:
    return any(span.contains(document.words[head].span) for head in heads)


def tally(document: Document, reading: Reading, verbs: frozenset[str]) -> Counter[str]:
    """Count the answers: keys such as "pronoun right", "nominal open", "nameless wrong"."""
    counted: Counter[str] = Counter()
    for speaker in speakers(document, verbs):
        group = speaker.kind if speaker.names else "nameless"
        counted[f"{group} {answer(speaker, document, reading)}"] += 1
    return counted
