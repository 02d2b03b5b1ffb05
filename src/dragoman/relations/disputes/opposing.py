"""Do two claims contradict each other, and in what? Or do they say the same?

No contradiction is what comes from one root (a later word of it is an update), a total that grows from one
day to a later one, a place or a time that is only told more exactly, a vague figure around a precise one,
or what is told of different things.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from dragoman.relations.disputes.claims import NOUN, Amount, Claim, Deal, Deed
from dragoman.relations.disputes.comparing import (
    alike,
    bounds,
    gap,
    near,
    of_one_thing,
    once,
    places_meet,
    referents,
)
from dragoman.relations.disputes.rivals import rivals

Kind = Literal["polarity", "agent", "quantity", "date", "status", "meaning"]


@dataclass(frozen=True, slots=True, order=True)
class Clash:
    """In what two claims contradict each other, and on which matter of the table of rivals ("" for none)."""

    kind: Kind
    matter: str = ""


ANY = "*"
"""Agreement on whatever matter is in dispute: one claim goes on from the other."""


def contradictions(a: Claim, b: Claim) -> tuple[Clash, ...]:
    """Return in what two claims of different roots contradict each other; none where they need not.

    The order of the two doesn't matter. Whether they are of one root is for the caller to know.
    """
    kind = (
        _answered(a, b) or _answered(b, a) or _by_deal(a, b) or _by_amount(a, b) or _by_deed(a, b)
        or _by_content(a, b)
    )  # fmt: skip
    found = set(_by_rivals(a, b))
    if kind is not None and not found:
        matters = {matter for claim in (a, b) if not claim.manifold for matter, _ in claim.rivals}
        only = matters.pop() if len(matters) == 1 and kind in ("polarity", "meaning") else ""
        found.add(Clash(rivals()[only].kind if only else kind, only))
    return tuple(sorted(found))


def agreements(a: Claim, b: Claim) -> frozenset[str]:
    """Return the matters on which two claims say the same of one thing; "" for what is in no table."""
    if a.carries_on == b.id or b.carries_on == a.id:
        return frozenset((ANY,))
    found = {
        matter
        for matter, side in a.rivals
        for its, other in b.rivals
        if side == other and matter == its and of_one_thing(a, b, "rivals")
    }
    if _same(a, b):
        found.add("")
    return frozenset(found)


def _same(a: Claim, b: Claim) -> bool:
    if any(p.apart(q) for p in a.amounts for q in b.amounts):
        return False
    if a.deal and b.deal and _one_deal(a.deal, b.deal):
        return a.deal.status == b.deal.status and near(a, b, "deals")
    if any(_same_deed(a, x, b, y) for x in a.deeds for y in b.deeds):
        return True
    opposed = any(m == its and side != other for m, side in a.rivals for its, other in b.rivals)
    alike_told = (a.affirms, a.negated) == (b.affirms, b.negated) and not opposed and not _by_others(a, b)
    return alike_told and alike(a, b, bounds().agreeing) and near(a, b, "content")


def _by_others(a: Claim, b: Claim) -> bool:
    """Say whether two tell of one kind of deed, done by different people: then they aren't of one thing."""
    pairs = [(x, y) for x in a.deeds for y in b.deeds if x.type == y.type and x.verb == y.verb]
    return bool(pairs) and all(x.actors.apart(y.actors) for x, y in pairs)


def _same_deed(a: Claim, x: Deed, b: Claim, y: Deed) -> bool:
    """Say whether two tell of one deed in one way: the same who, whom, where and when, done or denied."""
    alike_told = (x.denied or not a.affirms) == (y.denied or not b.affirms) and x.done == y.done
    sides = x.actors.meets(y.actors) and x.recipients.meets(y.recipients)
    return (
        x.type == y.type
        and x.verb == y.verb
        and alike_told
        and sides
        and places_meet(x, y)
        and near(a, b, "deeds")
    )


def _answered(a: Claim, b: Claim) -> Kind | None:
    """What a claim turns against by pointing at it."""
    if b.id not in a.answers:
        return None
    if a.figure and b.amounts:
        return "quantity"
    return "meaning" if a.of_text or b.of_text else "polarity"


def _by_rivals(a: Claim, b: Claim) -> Iterator[Clash]:
    for matter, side in a.rivals:
        for its, other in b.rivals:
            if matter == its and side != other and of_one_thing(a, b, "rivals"):
                yield Clash(rivals()[matter].kind, matter)


def _by_content(a: Claim, b: Claim) -> Kind | None:
    if a.affirms == b.affirms or a.negated != b.negated or _by_others(a, b):
        return None
    if not near(a, b, "content") or not alike(a, b):
        return None
    return "meaning" if a.of_text and b.of_text else "polarity"


def _by_deed(a: Claim, b: Claim) -> Kind | None:
    for x in a.deeds:
        for y in b.deeds:
            if x.type != y.type or x.verb != y.verb or not places_meet(x, y):
                continue
            kind = _deed_kind(a, x, b, y)
            if kind is not None:
                return kind
    return None


def _deed_kind(a: Claim, x: Deed, b: Claim, y: Deed) -> Kind | None:
    mutual = len(x.states & y.states) > 1 and not x.actors.apart(y.actors)
    if not (mutual or _on_one(a, x, b, y)):
        return None
    denied = [deed.denied or not claim.affirms for deed, claim in ((x, a), (y, b))]
    if mutual or x.actors.meets(y.actors):
        if denied[0] != denied[1]:
            affirmed = x if denied[1] else y
            return "polarity" if affirmed.done and near(a, b, "deeds") else None
        return "date" if _another_day(a, x, b, y) else None
    if any(denied) or not (x.done and y.done) or not x.actors.apart(y.actors) or not near(a, b, "deeds"):
        return None
    return "agent" if _accused(a, y) or _accused(b, x) else None


def _on_one(a: Claim, x: Deed, b: Claim, y: Deed) -> bool:
    """Say whether two deeds are on the same people or in one place; names beside them may part them."""
    if x.place and x.place == y.place:
        return True
    one, two = referents(a, x), referents(b, y)
    if x.verb in bounds().once_named and one & two:
        return True
    if not x.recipients.meets(y.recipients):
        return False
    by_noun = all(key.startswith(NOUN) for key in x.recipients.keys & y.recipients.keys)
    named = bool(x.recipients.states & y.recipients.states) or not by_noun
    return named or not one or not two or bool(one & two)


def _accused(claim: Claim, deed: Deed) -> bool:
    """Say whether whoever makes a claim is the one who acts in the other's."""
    who = claim.claimant
    return who.key in deed.actors.keys or (who.state is not None and who.state in deed.actors.states)


def _another_day(a: Claim, x: Deed, b: Claim, y: Deed) -> bool:
    """Say whether two give different days for what happens once; a month around a day is no other time."""
    if not (x.done and y.done):
        return False
    by_name = x.verb in bounds().once_named and bool(referents(a, x) & referents(b, y))
    if not by_name and not (once(x.type, x.verb) and x.recipients.meets(y.recipients)):
        return False
    days = a.report.day, b.report.day
    told = days[0] is None or days[1] is None or abs((days[0] - days[1]).days) <= bounds().days["once"]
    return bool(a.first and b.first) and told and gap(a, b) >= 1


def _by_amount(a: Claim, b: Claim) -> Kind | None:
    if not (a.affirms and b.affirms) or not near(a, b, "amounts"):
        return None
    for p in a.amounts:
        for q in b.amounts:
            if p.apart(q) and not _grown(a, p, b, q) and _counts_alike(a, b):
                return "quantity"
    return None


def _counts_alike(a: Claim, b: Claim) -> bool:
    """Say whether two figures are of one thing: one content, and no deed in places that cannot be one."""
    if not alike(a, b) or (a.names and b.names and not a.names & b.names):
        return False
    pairs = [(x, y) for x in a.deeds for y in b.deeds if x.verb == y.verb]
    return not pairs or any(places_meet(x, y) and not x.actors.apart(y.actors) for x, y in pairs)


def _grown(a: Claim, p: Amount, b: Claim, q: Amount) -> bool:
    """Say whether the later of two figures of a total is the greater one."""
    one, two = a.report.day, b.report.day
    if p.kind not in bounds().growing or one is None or two is None or one == two:
        return False
    return p.high < q.low if one < two else q.high < p.low


def _by_deal(a: Claim, b: Claim) -> Kind | None:
    if a.deal is None or b.deal is None or not _one_deal(a.deal, b.deal) or not near(a, b, "deals"):
        return None
    statuses = (a.deal.status, b.deal.status)
    for (settled, open_), (one, two) in ((statuses, (a, b)), (statuses[::-1], (b, a))):
        if settled in bounds().settled and open_ in bounds().pending | bounds().rejected:
            days = one.report.day, two.report.day
            later = days[0] is not None and days[1] is not None and days[0] > days[1]
            turned = open_ in bounds().rejected and days[0] != days[1]
            return None if later or turned else "status"
    return None


def _one_deal(x: Deal, y: Deal) -> bool:
    """Say whether two agreements can be one: two parties in common, and the same name for it."""
    states = len(x.parties.states & y.parties.states)
    return x.instrument == y.instrument and max(states, len(x.parties.keys & y.parties.keys)) >= 2
