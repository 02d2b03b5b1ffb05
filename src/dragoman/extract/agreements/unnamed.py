"""Agreements that only a verb tells of: "agreed to exchange prisoners", "promised to build a school"."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from dragoman.extract.agreements.amounts import money_in
from dragoman.extract.agreements.contents import whole
from dragoman.extract.agreements.instruments import topic_of
from dragoman.extract.agreements.lexicon import Undertaking, lexicon
from dragoman.extract.agreements.lists import Listing
from dragoman.extract.agreements.mood import is_left_to_do
from dragoman.extract.agreements.parties import parties_of, phrases
from dragoman.extract.agreements.telling import Account, outermost, status_of
from dragoman.extract.arguments import by_preposition, cases, children
from dragoman.extract.events.lexicon import lexicon as event_lexicon
from dragoman.extract.ground import Ground
from dragoman.records import AgreementDraft

_MODALS = frozenset({"will", "would", "should", "must", "shall", "to"})
_SIGNED_FOR = frozenset({"on", "off", "up", "into", "for", "onto", "over", "out"})


def unnamed(listing: Listing, first: int, last: int, taken: Container[int]) -> Iterator[AgreementDraft]:
    """Yield a draft for each word of undertakings.tsv in a sentence that no noun of an agreement belongs to.

    To agree *that* something is so is an opinion and no agreement; that something shall be done is one.
    One party alone makes an agreement only by what is agreed (see topics.tsv), as a body of several, or by
    an act that is done for others; whoever only promises or offers must be known and do such an act.
    """
    ground = listing.ground
    for verb in range(first, last):
        way = _undertaking(ground, verb)
        if way is None or verb in taken or is_left_to_do(ground, verb) or _is_only_a_case(ground, verb):
            continue
        content = _content(ground, verb, way)
        if content is None or content in taken:
            continue
        clause = ground.analysis.words[content].deprel == "xcomp"
        account = Account(verb, verb, way.status, True, (verb, content) if clause else (verb,))
        noun = ground.analysis.words[verb].upos == "NOUN"
        whose = parties_of(listing, None, None, account)
        if noun:
            account = outermost(ground, verb, way.status, [verb])
        told = status_of(ground, account)
        below = ground.analysis.subtree(content)
        sides = sorted({*whose, *parties_of(listing, None, None, account)}) if noun and whose else whose
        parties = tuple(p for p in sides if p not in below[1:] or _with(ground, p))
        topic = topic_of(ground, below)
        if (
            told is None
            or (told[0] == "rejected" and not noun)
            or not _binds(ground, way, content, parties, topic)
        ):
            continue
        about = ground.analysis.span(*whole(ground, content))
        yield AgreementDraft(
            parties=phrases(listing, parties),
            subject=(about,),
            instrument=topic or (None if way.instrument == "-" else way.instrument),
            kind=None,
            status=told[0],
            definite=False,
            amount=money_in(ground, below),
            purpose=(about,),
            open_points=(),
            trigger=ground.analysis.words[verb].span,
            span=ground.analysis.words[verb].span,
            confidence=_confidence(way, len(parties), topic, told[1]),
        )


def signed_alone(listing: Listing, first: int, last: int, taken: Container[int]) -> Iterator[AgreementDraft]:
    """Yield a draft for each "signed" without an object, said of several: "the four signed in Doha".

    It speaks of a paper that was told of before, and is dropped where there is none.
    """
    ground = listing.ground
    for verb in range(first, last):
        word = ground.analysis.words[verb]
        if word.lemma.lower() != "sign" or word.upos != "VERB" or verb in taken:
            continue
        beside = children(ground.analysis, verb, "obj", "nsubj:pass", "aux:pass", "xcomp", "ccomp")
        said = children(ground.analysis, verb, "compound", "compound:prt", "advmod", "obl")
        words = {ground.analysis.words[c].text.lower() for c in said}
        words |= {case for c in said for case in cases(ground.analysis, c) if case != "on"}
        if beside or words & _SIGNED_FOR:
            continue
        account = Account(verb, verb, "signed", True, (verb,))
        told, parties = status_of(ground, account), parties_of(listing, None, None, account)
        if told is None or not parties:
            continue
        yield AgreementDraft(
            parties=phrases(listing, parties),
            subject=(),
            instrument="document",
            kind="back",
            status=told[0],
            definite=True,
            amount=None,
            purpose=(),
            open_points=(),
            trigger=word.span,
            span=word.span,
            confidence=round(0.6 * told[1], 3),
        )


def _undertaking(ground: Ground, index: int) -> Undertaking | None:
    word = ground.analysis.words[index]
    found = lexicon().undertakings.get(word.lemma.lower()) if word.upos in ("VERB", "ADJ", "NOUN") else None
    return None if word.upos == "NOUN" and found is not None and found.instrument == "-" else found


def _is_only_a_case(ground: Ground, verb: int) -> bool:
    """ "before the two agree", "unless Peru offers to pay": nobody says that it is so."""
    opened = children(ground.analysis, verb, "mark")
    return any(lexicon().isa(ground.analysis.words[m].text, "unless") for m in opened)


def _binds(ground: Ground, way: Undertaking, content: int, parties: Sequence[int], topic: str | None) -> bool:
    """Say whether those who are told of can bind themselves so; see ``unnamed``."""
    if not parties:
        return False
    for_another = lexicon().isa(ground.lemma(content), "for_another")
    known = [p for p in parties if _is_collective(ground, p)]
    if way.instrument == "-":
        bodies = any(_is_body(ground, p) for p in parties)
        return len(parties) > 1 or topic is not None or bodies or (for_another and bool(known))
    return bool(known) and (for_another or topic is not None)


def _confidence(way: Undertaking, parties: int, topic: str | None, factor: float) -> float:
    value = 0.55 if way.instrument == "-" else 0.45
    return round((value + 0.1 * min(parties, 2) + 0.1 * (topic is not None)) * factor, 3)


def _content(ground: Ground, verb: int, way: Undertaking) -> int | None:
    """What is agreed: an infinitive, a clause of what shall be, a noun behind "on"."""
    analysis = ground.analysis
    for clause in children(analysis, verb, "acl" if analysis.words[verb].upos == "NOUN" else "xcomp"):
        if not lexicon().isa(ground.lemma(clause), "smalltalk") and analysis.words[clause].upos == "VERB":
            return clause
    if way.instrument != "-":
        return None
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


def _is_collective(ground: Ground, index: int) -> bool:
    """Say whether a party is a state, an organization or a body of one, no private person."""
    named = ground.name_of.get(index) in ("place", "organization")
    return named or lexicon().isa(ground.lemma(index), "standing") or _is_body(ground, index)


def _with(ground: Ground, index: int) -> bool:
    """Say whether a phrase inside what is agreed is a party: "to supply gas to Turkey"."""
    return index in ground.name_of and ground.name_of[index] in ("place", "organization")
