"""From drafts to agreements: parties' ids, sums, events, who says so; all mentions of one in one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dragoman.extract.agreements.amounts import chosen
from dragoman.extract.agreements.sameness import (
    Gathered,
    candidates,
    is_told_apart,
    is_vague,
    same,
    stands_in,
)
from dragoman.extract.agreements.standing import stood_for
from dragoman.extract.events.finishing import statement_of
from dragoman.records import Actor, Agreement, AgreementDraft, Event, Quantity, Span, Statement

_ACTS = frozenset(
    {"AGREE", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "CONSULT", "REQUEST", "REJECT", "RETREAT"}
)
_STANDING = frozenset({"announced", "agreed", "signed"})
_PRONOUNS = frozenset("it he she they we i you this that these those who which both its his their".split())


def agreements_of(
    drafts: Sequence[AgreementDraft],
    actors: tuple[Sequence[Actor], Mapping[Span, str]],
    statements: Sequence[Statement],
    events: Sequence[Event],
    quantities: Sequence[Quantity],
) -> tuple[Agreement, ...]:
    """Return the agreements of an article in text order, each once.

    ``actors`` are the article's actors and the id of each party's phrase. A mention joins an agreement
    where parties and instrument allow it; a definite one ("the deal") that fits none is dropped, unless
    it names its parties itself.
    """
    known = {actor.id: actor for actor in actors[0]}
    found: list[Gathered] = []
    for draft in sorted(drafts, key=lambda d: (d.trigger, d.span)):
        parties, before = stood_for(_ids(draft.parties, actors[1], known), found, draft, known)
        amount = chosen(draft.amount, quantities)
        teller = statement_of(draft.trigger, statements)
        one = next((o for o in candidates(found, draft) if same(o, draft, parties, amount, known)), None)
        if before is not None and draft.kind is None and before.is_paper:
            one = before  # what "both sides agreed" to do is in their paper
        if one is not None:
            if _is_turned_down_outside(one, draft, parties, known):
                draft, parties = replace(draft, status=None), []
            _join(one, draft, parties, known)
            one.amount = one.amount or amount
            one.told_by.append(teller)
        elif _stands_alone(draft, parties) and not (found and _is_an_outsiders(draft, parties)):
            found.append(Gathered([draft], parties, amount, [teller]))
    return tuple(_closed(number, one, events) for number, one in enumerate(found, 1))


def _ids(phrases: Sequence[Span], by_span: Mapping[Span, str], known: Mapping[str, Actor]) -> list[str]:
    """The parties' actors, "both countries" the two that it stands for; nobody known is nobody."""
    found = [by_span[phrase] for phrase in phrases if phrase in by_span]
    single = [one for actor in found for one in known[actor].members or (actor,)]
    return [one for one in dict.fromkeys(single) if _can_agree(known[one])]


def _can_agree(actor: Actor) -> bool:
    """An unresolved pronoun is nobody, and a private person makes no agreement between parties."""
    if actor.name.lower() in _PRONOUNS or (actor.anonymous and actor.kind == "person"):
        return False
    return actor.kind != "person" or actor.state is not None or actor.role is not None


def _stands_alone(draft: AgreementDraft, parties: Sequence[str]) -> bool:
    """Say whether a draft that joins none is one by itself; a bare "the deal" of one party isn't."""
    if draft.kind == "back" or not parties or (draft.status is None and len(parties) < 2):
        return False
    bare = draft.definite and draft.kind == "generic" and draft.status == "agreed"
    return len(parties) > 1 or not (bare or draft.kind == "talks")


def _is_an_outsiders(draft: AgreementDraft, parties: Sequence[str]) -> bool:
    """ "The Front rejected the deal": who has no part in one told of before makes none by refusing it."""
    bare = draft.definite and is_vague(draft) and not draft.subject
    return bare and len(parties) == 1 and draft.status == "rejected"


def _is_turned_down_outside(
    one: Gathered, draft: AgreementDraft, parties: Sequence[str], known: Mapping[str, Actor]
) -> bool:
    """ "A civic committee rejects the document": who has no part in an agreement that stands ends it not."""
    outside = bool(parties) and not any(stands_in(p, one.parties, known) for p in parties)
    return draft.status == "rejected" and one.status in _STANDING and outside


def _join(one: Gathered, draft: AgreementDraft, parties: Sequence[str], known: Mapping[str, Actor]) -> None:
    """Add a mention and its further parties; once there are two, only those told apart."""
    one.drafts.append(draft)
    for party in parties:
        if not stands_in(party, one.parties, known) and (len(one.parties) < 2 or is_told_apart(known[party])):
            one.parties.append(party)


def _closed(number: int, one: Gathered, events: Sequence[Event]) -> Agreement:
    mentions = tuple(sorted({d.span for d in one.drafts}))
    return Agreement(
        id=f"g{number}",
        parties=tuple(one.parties),
        subject=_spans(d.subject for d in one.drafts),
        instrument=one.instrument,
        status=one.status,
        amount=one.amount.id if one.amount else None,
        purpose=_spans(d.purpose for d in one.drafts),
        open_points=_spans(d.open_points for d in one.drafts),
        events=tuple(e.id for e in events if e.type in _ACTS and _lies_in(e, mentions)),
        statement=None if None in one.told_by else one.told_by[0],
        mentions=mentions,
        confidence=max(d.confidence for d in one.drafts),
    )


def _spans(groups: Iterable[tuple[Span, ...]]) -> tuple[Span, ...]:
    """The spans in text order; one that lies inside another is left to that."""
    found = sorted({span for group in groups for span in group})
    return tuple(s for s in found if not any(o != s and o.contains(s) for o in found))


def _lies_in(event: Event, mentions: Sequence[Span]) -> bool:
    return any(m.contains(t) for t in (event.trigger, *event.mentions) for m in mentions)
