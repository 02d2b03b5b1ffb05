"""When two places of an article speak of one agreement, by parties, instrument, sum and distance."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dragoman.records import Actor, AgreementDraft, AgreementStatus, Quantity

RANK: tuple[AgreementStatus, ...] = (
    "under study", "proposed", "announced", "agreed", "signed", "suspended", "rejected",
)  # fmt: skip
"""How far an agreement has come; its end outweighs all that came before."""
REACH = 2500
"""How many characters behind an agreement a bare "the deal" still means it: some four paragraphs."""
_PAPER = frozenset({"document", "generic", None})
_VAGUE = frozenset({"agreement", "accord", "pact"})


@dataclass(slots=True)
class Gathered:
    """An agreement whose mentions are still being gathered; ``told_by`` has a statement's id a draft."""

    drafts: list[AgreementDraft]
    parties: list[str]
    amount: Quantity | None
    told_by: list[str | None] = field(default_factory=list)

    @property
    def instrument(self) -> str | None:
        """The most telling word for it: a vague one gives way."""
        named = [d for d in self.drafts if d.instrument is not None and d.kind != "back"]
        exact = [d for d in named if not is_vague(d)]
        return (exact or named)[0].instrument if named else None

    @property
    def status(self) -> AgreementStatus:
        """How far it has come; what the article says itself counts before what others say."""
        told = [(d.status, by) for d, by in zip(self.drafts, self.told_by, strict=True) if d.status]
        own = [status for status, by in told if by is None] or [status for status, _ in told]
        return max(own, key=RANK.index, default="agreed")

    @property
    def is_paper(self) -> bool:
        """Whether some place calls it a document, an agreement, or tells only that it was agreed."""
        return any(d.kind in _PAPER for d in self.drafts)


def is_vague(draft: AgreementDraft) -> bool:
    """Say whether the text names only an agreement, deal, accord or pact, of no kind."""
    return draft.kind == "generic" and draft.instrument in _VAGUE


def is_told_apart(actor: Actor) -> bool:
    """Say whether it is known who it is: "the leaders" may be those of any party."""
    return actor.ref is not None or actor.state is not None or actor.name[:1].isupper()


def stands_in(actor: str, others: Sequence[str], known: Mapping[str, Actor]) -> bool:
    """Say whether an actor, or the state it acts for, is among others."""
    state = known[actor].state
    return actor in others or (state is not None and any(known[o].state == state for o in others))


def candidates(found: Sequence[Gathered], draft: AgreementDraft) -> Iterable[Gathered]:
    """Return the agreements so far, the latest first; papers first where the draft is a bare "agreement"."""
    latest = list(reversed(found))
    if draft.definite and is_vague(draft):
        return sorted(latest, key=lambda one: not one.is_paper)
    return latest


def same(
    one: Gathered,
    draft: AgreementDraft,
    parties: Sequence[str],
    amount: Quantity | None,
    known: Mapping[str, Actor],
) -> bool:
    """Say whether a draft with these parties speaks of an agreement."""
    if amount and one.amount and (amount.value, amount.unit) != (one.amount.value, one.amount.unit):
        return False
    if not _instruments_allow(one, draft):
        return False
    telling = [p for p in parties if is_told_apart(known[p])]
    if draft.definite and not telling:
        return draft.trigger.start - one.drafts[-1].span.end <= REACH
    inside = all(stands_in(p, one.parties, known) for p in telling)
    around = all(stands_in(p, telling, known) for p in one.parties)
    if draft.definite:
        return inside or (around and len(one.parties) > 1)
    return (inside and len(telling) > 1) or (around and len(one.parties) > 1)


def _instruments_allow(one: Gathered, draft: AgreementDraft) -> bool:
    if draft.kind == "back":
        return draft.instrument != "sum" or any(d.kind == "benefit" for d in one.drafts)
    if draft.instrument == one.instrument:
        return draft.definite or draft.instrument is not None
    if draft.definite and is_vague(draft):
        return one.is_paper or one.status not in ("under study", "proposed")
    if draft.definite and draft.kind in _PAPER and all(d.kind is None for d in one.drafts):
        return one.is_paper and one.status == "agreed"  # "agreed to sell gas … under the contract"
    if draft.kind == "talks":
        return draft.definite and one.status in ("under study", "proposed", "announced")
    if is_vague(draft) or draft.instrument is None:
        return False
    vague = all(is_vague(d) or d.instrument is None for d in one.drafts)
    return vague and not any(d.subject for d in one.drafts) and draft.kind in _PAPER
