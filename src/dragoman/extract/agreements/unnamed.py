"""Agreements that only a verb tells of: "agreed to exchange prisoners", "agreed on elections"."""

from __future__ import annotations

from collections.abc import Container, Iterator

from dragoman.extract.agreements.amounts import money_in
from dragoman.extract.agreements.contents import whole
from dragoman.extract.agreements.instruments import topic_of
from dragoman.extract.agreements.lexicon import lexicon
from dragoman.extract.agreements.lists import Listing
from dragoman.extract.agreements.mood import is_left_to_do
from dragoman.extract.agreements.parties import parties_of, phrases
from dragoman.extract.agreements.telling import Account, status_of
from dragoman.extract.events.arguments import by_preposition, children
from dragoman.extract.events.candidates import Ground
from dragoman.extract.events.lexicon import lexicon as event_lexicon
from dragoman.records import AgreementDraft

_MODALS = frozenset({"will", "would", "should", "must", "shall", "to"})


def unnamed(listing: Listing, first: int, last: int, taken: Container[int]) -> Iterator[AgreementDraft]:
    """Yield a draft for each "agree" of a sentence that no noun of an agreement belongs to.

    To agree *that* something is so is an opinion and no agreement; that something shall be done is one.
    One party alone makes an agreement only by what is agreed (see topics.tsv) or as a body of several.
    """
    ground = listing.ground
    for verb in range(first, last):
        word = ground.analysis.words[verb]
        if word.lemma.lower() != "agree" or word.upos != "VERB" or verb in taken:
            continue
        content = _content(ground, verb)
        if content is None or is_left_to_do(ground, verb):
            continue
        clause = ground.analysis.words[content].deprel == "xcomp"
        account = Account(verb, verb, "agreed", True, (verb, content) if clause else (verb,))
        told = status_of(ground, account)
        below = ground.analysis.subtree(content)
        parties = tuple(
            p for p in parties_of(listing, None, None, account) if p not in below[1:] or _with(ground, p)
        )
        topic = topic_of(ground, below)
        bodies = [p for p in parties if _is_body(ground, p)]
        if told is None or told[0] == "rejected" or not parties:
            continue
        if len(parties) < 2 and topic is None and not bodies:
            continue
        yield AgreementDraft(
            parties=phrases(listing, parties),
            subject=(ground.analysis.span(*whole(ground, content)),),
            instrument=topic,
            kind=None,
            status=told[0],
            definite=False,
            amount=money_in(ground, below),
            purpose=(),
            open_points=(),
            trigger=word.span,
            span=word.span,
            confidence=round((0.55 + 0.1 * min(len(parties), 2) + 0.1 * (topic is not None)) * told[1], 3),
        )


def _content(ground: Ground, verb: int) -> int | None:
    """What is agreed: an infinitive, a clause of what shall be, a noun behind "on"."""
    analysis = ground.analysis
    for clause in children(analysis, verb, "xcomp"):
        if not lexicon().isa(ground.lemma(clause), "smalltalk") and analysis.words[clause].upos == "VERB":
            return clause
    for clause in children(analysis, verb, "ccomp"):
        modal = {ground.lemma(a) for a in children(analysis, clause, "aux", "mark")}
        if modal & _MODALS and clause > verb:
            return clause
    on = [
        n for n in by_preposition(analysis, verb, "on", "upon")
        if not event_lexicon().isa(ground.lemma(n), "time") and analysis.words[n].upos == "NOUN"
    ]  # fmt: skip
    return on[0] if on else None


def _is_body(ground: Ground, index: int) -> bool:
    """Say whether one phrase stands for several who can agree: an organization, "the ministers"."""
    word = ground.analysis.words[index]
    several = word.text.lower() != word.lemma.lower() and lexicon().isa(word.lemma, "party")
    return several or ground.name_of.get(index) == "organization"


def _with(ground: Ground, index: int) -> bool:
    """Say whether a phrase inside what is agreed is a party: "to supply gas to Turkey"."""
    return index in ground.name_of and ground.name_of[index] in ("place", "organization")
