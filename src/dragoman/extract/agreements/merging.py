"""From drafts to agreements: parties' ids, sums, events, who says so; all mentions of one in one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dragoman.extract.agreements.amounts import chosen
from dragoman.extract.events.finishing import statement_of
from dragoman.records import (
    Actor,
    Agreement,
    AgreementDraft,
    AgreementStatus,
    Event,
    Quantity,
    Span,
    Statement,
)

_RANK: tuple[AgreementStatus, ...] = (
    "under study", "proposed", "announced", "agreed", "signed", "suspended", "rejected",
)  # fmt: skip
_ACTS = frozenset(
    {"AGREE", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "CONSULT", "REQUEST", "REJECT", "RETREAT"}
)
_PRONOUNS = frozenset("it he she they we i you this that these those who which both its his their".split())


@dataclass(slots=True)
class _Open:
    """An agreement whose mentions are still being gathered."""

    drafts: list[AgreementDraft]
    parties: list[str]
    amount: Quantity | None
    told_by: list[str | None] = field(default_factory=list)

    @property
    def instrument(self) -> str | None:
        """The most telling word for it: a generic one gives way."""
        named = [d for d in self.drafts if d.instrument is not None]
        exact = [d for d in named if not _is_vague(d)]
        return (exact or named)[0].instrument if named else None

    @property
    def vague(self) -> bool:
        """Whether no mention says what kind of agreement it is."""
        return all(_is_vague(d) or d.instrument is None for d in self.drafts)


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
    it names two parties itself.
    """
    known = {actor.id: actor for actor in actors[0]}
    found: list[_Open] = []
    for draft in sorted(drafts, key=lambda d: (d.trigger, d.span)):
        parties = _ids(draft.parties, actors[1], known)
        amount = chosen(draft.amount, quantities)
        teller = statement_of(draft.trigger, statements)
        same = next((o for o in reversed(found) if _same(o, draft, parties, amount, known)), None)
        if same is not None:
            same.drafts.append(draft)
            same.parties += [p for p in parties if not _stands_in(p, same.parties, known)]
            same.amount = same.amount or amount
            same.told_by.append(teller)
        elif _stands_alone(draft, parties):
            found.append(_Open([draft], parties, amount, [teller]))
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
    if draft.kind == "back" or not parties or (draft.status is None and len(parties) < 2):
        return False
    if len(parties) > 1:
        return True
    return not (draft.definite and draft.kind == "generic" and draft.status in (None, "agreed"))


def _same(
    one: _Open,
    draft: AgreementDraft,
    parties: Sequence[str],
    amount: Quantity | None,
    known: Mapping[str, Actor],
) -> bool:
    """Say whether a draft speaks of an agreement: parties, instrument and sum must allow it."""
    if amount and one.amount and (amount.value, amount.unit) != (one.amount.value, one.amount.unit):
        return False
    if not _instruments_allow(one, draft):
        return False
    if not parties:
        return draft.definite
    inside = all(_stands_in(p, one.parties, known) for p in parties)
    around = all(_stands_in(p, parties, known) for p in one.parties)
    if draft.definite:
        return inside or around or any(_stands_in(p, one.parties, known) for p in parties)
    return (inside and len(parties) > 1) or (around and len(one.parties) > 1)


def _instruments_allow(one: _Open, draft: AgreementDraft) -> bool:
    kinds = {d.kind for d in one.drafts}
    if draft.kind == "back":
        money = draft.instrument == "sum" or bool(draft.purpose)
        return ("benefit" in kinds) == money
    if draft.instrument == one.instrument:
        return draft.definite or draft.instrument is not None
    if draft.definite and (draft.kind == "generic" and _is_vague(draft)):
        return kinds != {"benefit"} or draft.instrument == "agreement"
    if _is_vague(draft) or draft.instrument is None:
        return False
    return (
        one.vague and not any(d.subject for d in one.drafts) and draft.kind in ("document", "generic", None)
    )


def _is_vague(draft: AgreementDraft) -> bool:
    """Say whether the text names only an agreement, deal, accord or pact, of no kind."""
    return draft.kind == "generic" and draft.instrument in ("agreement", "accord", "pact")


def _stands_in(actor: str, others: Sequence[str], known: Mapping[str, Actor]) -> bool:
    """Say whether an actor, or the state it acts for, is among others."""
    if actor in others:
        return True
    state = known[actor].state
    return state is not None and any(known[o].state == state for o in others)


def _closed(number: int, one: _Open, events: Sequence[Event]) -> Agreement:
    drafts = one.drafts
    mentions = tuple(sorted({d.span for d in drafts}))
    return Agreement(
        id=f"g{number}",
        parties=tuple(one.parties),
        subject=_spans(d.subject for d in drafts),
        instrument=one.instrument,
        status=_status(one),
        amount=one.amount.id if one.amount else None,
        purpose=_spans(d.purpose for d in drafts),
        open_points=_spans(d.open_points for d in drafts),
        events=tuple(e.id for e in events if e.type in _ACTS and _lies_in(e, mentions)),
        statement=None if None in one.told_by else one.told_by[0],
        mentions=mentions,
        confidence=max(d.confidence for d in drafts),
    )


def _spans(groups: Iterable[tuple[Span, ...]]) -> tuple[Span, ...]:
    return tuple(sorted({span for group in groups for span in group}))


def _lies_in(event: Event, mentions: Sequence[Span]) -> bool:
    return any(m.contains(t) for t in (event.trigger, *event.mentions) for m in mentions)


def _status(one: _Open) -> AgreementStatus:
    """What the article says itself counts before what others say; the furthest step counts, its end most."""
    told = [(d.status, by) for d, by in zip(one.drafts, one.told_by, strict=True) if d.status is not None]
    own = [status for status, by in told if by is None] or [status for status, _ in told]
    return max(own, key=_RANK.index, default="agreed")
