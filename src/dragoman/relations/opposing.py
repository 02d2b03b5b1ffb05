"""Do two claims contradict each other, and in what? Or do they say the same?

No contradiction is what comes from one root (a later word of it is an update), a total that grows from one
day to a later one, a place or a time that is only told more exactly, a vague figure around a precise one,
or what is told of different things.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Literal

from dragoman.data_files import yaml_of
from dragoman.relations.claims import Amount, Claim, Deal, Deed
from dragoman.relations.rivals import rivals
from dragoman.relations.scales import DATA

Kind = Literal["polarity", "agent", "quantity", "date", "status", "meaning"]


@dataclass(frozen=True)
class Bounds:
    """The numbers and lists of ``data/claims.yaml``."""

    like: tuple[tuple[int, float], ...]
    larger: float
    agreeing: float
    days: dict[str, int]
    reach: int
    growing: frozenset[str]
    once: frozenset[str]
    settled: frozenset[str]
    pending: frozenset[str]
    rejected: frozenset[str]


@cache
def bounds() -> Bounds:
    """Return what claims are compared by, as it travels with the package."""
    given: dict[str, Any] = yaml_of((DATA / "claims.yaml").read_text(encoding="utf-8"))
    lists = {name: frozenset(given[name]) for name in ("growing", "once", "settled", "pending", "rejected")}
    like = tuple((int(one["words"]), float(one["share"])) for one in given["like"])
    return Bounds(
        like=like,
        larger=float(given["larger"]),
        agreeing=float(given["agreeing"]),
        days=given["days"],
        reach=given["reach"],
        **lists,
    )


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
    alike_told = a.affirms == b.affirms and not opposed and not _by_others(a, b)
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
        and _places_meet(x, y)
        and near(a, b, "deeds")
    )


def alike(a: Claim, b: Claim, least: float | None = None) -> bool:
    """Say whether the words of two claims are of one content: enough of them shared, and not names alone.

    ``least`` takes the place of the share of the longer one's words that must be shared in every case.
    """
    shared = a.words & b.words
    if not shared - a.names - b.names:
        return False
    smaller, larger = sorted((len(a.words), len(b.words)))
    if len(shared) < (least or bounds().larger) * larger:
        return False
    return any(len(shared) >= words and len(shared) >= share * smaller for words, share in bounds().like)


def near(a: Claim, b: Claim, what: str) -> bool:
    """Say whether two claims can be of one time: by the days that they give, else by when they were told."""
    if a.first and b.first:
        return _gap(a, b) <= 1
    one, two = a.report.day, b.report.day
    return one is None or two is None or abs((one - two).days) <= bounds().days[what]


def of_one_thing(a: Claim, b: Claim, what: str) -> bool:
    """Say whether two claims that take a side on one matter are of one thing.

    In one article they stand close together. In two they are near in time, and on one story or, where that is
    not known, about one state with a word or an issue in common.
    """
    if a.report.document == b.report.document:
        one, two = a.report.span, b.report.span
        return one is None or two is None or abs(one.start - two.start) <= bounds().reach
    if not near(a, b, what):
        return False
    if a.story is not None and a.story == b.story:
        return True
    return bool(_about(a) & _about(b)) and bool(a.words & b.words or set(a.issues) & set(b.issues))


def _about(claim: Claim) -> frozenset[str]:
    own = claim.claimant.state
    return claim.states | ({own} if own else set())


def _gap(a: Claim, b: Claim) -> int:
    """The days between the times that two claims give, 0 or less where these meet."""
    first, last = a.first or date.min, a.last or a.first or date.max
    begin, end = b.first or date.min, b.last or b.first or date.max
    return max((begin - last).days, (first - end).days)


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
    if a.affirms == b.affirms or not near(a, b, "content") or not alike(a, b) or _by_others(a, b):
        return None
    return "meaning" if a.of_text and b.of_text else "polarity"


def _by_deed(a: Claim, b: Claim) -> Kind | None:
    for x in a.deeds:
        for y in b.deeds:
            if x.type != y.type or x.verb != y.verb or not _places_meet(x, y):
                continue
            kind = _deed_kind(a, x, b, y)
            if kind is not None:
                return kind
    return None


def _deed_kind(a: Claim, x: Deed, b: Claim, y: Deed) -> Kind | None:
    mutual = len(x.states & y.states) > 1
    on_one = mutual or x.recipients.meets(y.recipients) or (bool(x.place) and x.place == y.place)
    if not on_one:
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


def _accused(claim: Claim, deed: Deed) -> bool:
    """Say whether whoever makes a claim is the one who acts in the other's."""
    who = claim.claimant
    return who.key in deed.actors.keys or (who.state is not None and who.state in deed.actors.states)


def _another_day(a: Claim, x: Deed, b: Claim, y: Deed) -> bool:
    """Say whether two give different days for what happens once; a month around a day is no other time."""
    if x.verb not in bounds().once or not (x.done and y.done) or not x.recipients.meets(y.recipients):
        return False
    days = a.report.day, b.report.day
    told = days[0] is None or days[1] is None or abs((days[0] - days[1]).days) <= bounds().days["once"]
    return bool(a.first and b.first) and told and _gap(a, b) >= 1


def _places_meet(x: Deed, y: Deed) -> bool:
    """Say whether two places can be one: the same, or a state and a place in it; or one isn't told."""
    if x.place is None or y.place is None or x.place == y.place:
        return True
    return x.place_state is not None and x.place_state == y.place_state and (x.is_state or y.is_state)


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
    return not pairs or any(_places_meet(x, y) and not x.actors.apart(y.actors) for x, y in pairs)


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
