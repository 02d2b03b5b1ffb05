"""Training examples: a document's words with whatever labels its corpus has."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import get_args

from dragoman.knowledge.codebook import codebook
from dragoman.records import AgreementStatus, MemberRole, Stance

UPOS = (
    "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()
)  # fmt: skip
NAMES = ["O", *(f"{b}-{kind}" for kind in ("person", "organization", "place", "other") for b in "BI")]
NO_NAME_OF_OURS = -2
"""A label of a word that is no name of a person, an organization or a place, but maybe of something else."""
ROLES = ["O", *(f"{b}-{role}" for role in ("source", "cue", "content") for b in "BI")]
DEPRELS = (
    "acl acl:relcl advcl advmod amod appos aux aux:pass case cc ccomp compound conj cop csubj dep det "
    "discourse dislocated expl fixed flat goeswith iobj list mark nmod nmod:poss nsubj nsubj:pass nummod obj "
    "obl obl:agent obl:tmod orphan parataxis punct root vocative xcomp"
).split()


EVENTS = (
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION "
    "MOBILIZE COERCE ASSAULT NONE"
).split()
"""PLOVER's types, and NONE: for a word that tells of no event, for a pair between whom nothing passes."""
MODES = [f"{entry.type}-{entry.mode}" for entry in codebook().modes]
STATUSES = ("done", "ongoing", "planned", "possible", "conditional", "demanded", "negated")
FINDINGS: dict[str, tuple[str, ...]] = {
    "position": get_args(Stance),
    "agreement": get_args(AgreementStatus),
    "membership": get_args(MemberRole),
    "forecast": (),
}
"""The findings that are learned, each with its labels."""
TAGS = "OBI"
"""Of each word, by kind: outside, first or further word of the evidence of a finding."""


@dataclass(frozen=True, slots=True)
class Act:
    """One act of a sentence: the words of its trigger, and of each phrase that names who acts or is acted on.

    ``type``, ``mode`` and ``status`` are indices into EVENTS, MODES and STATUSES; ``mode`` is None where none
    is sure.
    """

    trigger: tuple[int, ...]
    type: int
    mode: int | None
    status: int
    actors: tuple[tuple[int, ...], ...] = ()
    recipients: tuple[tuple[int, ...], ...] = ()
    linked: bool = True
    """Whether actors and recipients are known and complete."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding whose evidence is the words ``[first, last)``.

    ``kind`` is one of FINDINGS, ``label`` an index into its labels (None where it has none). ``holders`` are
    the phrases of its sentence that name who holds a position, agrees or belongs, ``bodies`` those of what
    they belong to; None where that isn't known.
    """

    kind: str
    label: int | None
    first: int
    last: int
    holders: tuple[tuple[int, ...], ...] | None
    bodies: tuple[tuple[int, ...], ...] | None = None


@dataclass(frozen=True, slots=True)
class EventPair:
    """The words of an actor and of a recipient (none where there is none), and what passes between them.

    ``types`` are indices into EVENTS; several where the corpus doesn't tell them apart.
    """

    actor: tuple[int, ...]
    recipient: tuple[int, ...]
    types: tuple[int, ...]


@dataclass(slots=True)
class Document:
    """Words in paragraphs, with labels; a layer that the corpus lacks is None.

    All indices are word indices into ``words``. ``sources`` and ``cues`` map the first word of a cue to
    the first word of its source, and the first word of a content fragment to that of its cue; -1 means
    "none". ``acts`` are all the acts of the text, or some where ``acts_partial``; ``unsure`` are words that
    may tell of an act or of none.
    ``findings`` are all findings of FINDINGS, ``doubtful`` the words, by kind, that may be evidence or not.
    ``antecedents`` maps a mention's head to the heads it may refer back to (empty: new).
    """

    id: str
    words: list[str]
    paragraphs: list[tuple[int, int]]
    sentence_starts: set[int] | None = None
    upos: list[int] | None = None
    heads: list[int] | None = None
    deprels: list[int] | None = None
    names: list[int] | None = None
    names_weight: float = 1.0
    roles: list[int] | None = None
    sources: dict[int, int] = field(default_factory=dict)
    cues: dict[int, int] = field(default_factory=dict)
    antecedents: dict[int, frozenset[int]] = field(default_factory=dict)
    candidates: list[bool] | None = None
    antecedents_weight: float = 1.0
    acts: tuple[Act, ...] | None = None
    acts_partial: bool = False
    unsure: frozenset[int] = frozenset()
    findings: tuple[Finding, ...] | None = None
    doubtful: frozenset[tuple[str, int]] = frozenset()
    pair: EventPair | None = None


def deprel_index(label: str) -> int:
    """Return the index of a relation, falling back to the relation without its subtype."""
    if label in DEPRELS:
        return DEPRELS.index(label)
    bare = label.split(":")[0]
    return DEPRELS.index(bare if bare in DEPRELS else "dep")
