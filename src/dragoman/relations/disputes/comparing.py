"""What claims are compared by: words, times, places, and whether two can be of one thing at all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from dragoman.data_files import yaml_of
from dragoman.relations.disputes.claims import Claim, Deed
from dragoman.relations.scales import DATA


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
    once_named: frozenset[str]
    calendar: frozenset[str]
    settled: frozenset[str]
    pending: frozenset[str]
    rejected: frozenset[str]


@cache
def bounds() -> Bounds:
    """Return what claims are compared by, as it travels with the package."""
    given: dict[str, Any] = yaml_of((DATA / "claims.yaml").read_text(encoding="utf-8"))
    named = ("growing", "once", "once_named", "calendar", "settled", "pending", "rejected")
    lists = {name: frozenset(given[name]) for name in named}
    like = tuple((int(one["words"]), float(one["share"])) for one in given["like"])
    return Bounds(
        like=like,
        larger=float(given["larger"]),
        agreeing=float(given["agreeing"]),
        days=given["days"],
        reach=given["reach"],
        **lists,
    )


def alike(a: Claim, b: Claim, least: float | None = None) -> bool:
    """Say whether the words of two claims are of one content: enough of them shared, and not names alone.

    ``least`` takes the place of the share of the longer one's words that must be shared in every case.
    """
    shared = a.words & b.words
    if not shared - a.names - b.names:
        return False
    return enough(len(shared), len(a.words), len(b.words), least)


def enough(shared: int, one: int, other: int, least: float | None = None) -> bool:
    """Say whether so many words that two claims of so many words share are enough for one content."""
    smaller, larger = sorted((one, other))
    if shared < (least or bounds().larger) * larger:
        return False
    return any(shared >= words and shared >= share * smaller for words, share in bounds().like)


def near(a: Claim, b: Claim, what: str) -> bool:
    """Say whether two claims can be of one time: by the days that they give, else by when they were told."""
    if a.first and b.first:
        return gap(a, b) <= 1
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


def gap(a: Claim, b: Claim) -> int:
    """Return the days between the times that two claims give, 0 or less where these meet."""
    first, last = a.first or date.min, a.last or a.first or date.max
    begin, end = b.first or date.min, b.last or b.first or date.max
    return max((begin - last).days, (first - end).days)


def once(kind: str, verb: str) -> bool:
    """Say whether a deed of a type, told by a verb, happens once to the same people."""
    return verb in bounds().once or f"{verb}/{kind}" in bounds().once


def referents(claim: Claim, deed: Deed) -> frozenset[str]:
    """Return the words of names in a claim but those of who acts in a deed, of who claims, and of days."""
    others = " ".join((*deed.actors.names, claim.claimant.name)).casefold().split()
    return claim.names - bounds().calendar - frozenset(others)


def places_meet(x: Deed, y: Deed) -> bool:
    """Say whether two places can be one: the same, or a state and a place in it; or one isn't told."""
    if x.place is None or y.place is None or x.place == y.place:
        return True
    return x.place_state is not None and x.place_state == y.place_state and (x.is_state or y.is_state)
