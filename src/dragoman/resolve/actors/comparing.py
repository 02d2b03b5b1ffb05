"""Two units → whether they are one actor: likeness of names, and what else speaks for it and against."""

from __future__ import annotations

from datetime import date

from dragoman.names import plain
from dragoman.resolve.actors.likeness import Verdict, abbreviates, bodies_alike, persons_alike
from dragoman.resolve.actors.units import Unit, kinds_agree

_LONG = 12 * 365
"""Days between two names in the press after which they are likelier a namesake's."""
_NEAR = 3 * 365
"""Days before the first and after the last article within which somebody may be named by surname alone."""


def compared(one: Unit, other: Unit) -> Verdict | None:
    """Return how likely two units with full names are one actor, and why; None where they are not.

    The best pair of their names counts; states, kinds, offices and days speak for it or against.
    """
    if _barrier(one, other) is not None:
        return None
    alike = _names_alike(one, other)
    if alike is None:
        return None
    score, why = alike.score, [alike.why]
    if one.state and one.state == other.state:
        score, why = score + 0.02, [*why, f"both of {one.state}"]
    shared = sorted(one.roles & other.roles)
    if shared:
        score, why = score + 0.02, [*why, f"both called {shared[0]}"]
    if one.kind != other.kind:
        score, why = score * 0.92, [*why, f"read as {one.kind} and as {other.kind}"]
    if days_between(one, other) > _LONG:
        score, why = score * 0.7, [*why, "named many years apart"]
    return Verdict(round(min(score, 0.99), 3), "; ".join(why))


def contradiction(one: Unit, other: Unit) -> str | None:
    """Return what keeps two units apart for certain, None where nothing does."""
    barrier = _barrier(one, other)
    if barrier is not None:
        return barrier
    if one.is_person and not one.is_bare and not other.is_bare and _names_alike(one, other) is None:
        return "their given names differ"
    return None


def _barrier(one: Unit, other: Unit) -> str | None:
    if one.ref and other.ref and one.ref != other.ref:
        return "they have two references"
    if one.state and other.state and one.state != other.state:
        return f"one is of {one.state}, one of {other.state}"
    if not kinds_agree(one, other):
        return f"one is a {one.kind}, one a {other.kind}"
    return None


def days_between(one: Unit, other: Unit) -> int:
    """Return the days between the articles that name two units, 0 where their times meet or aren't known."""
    return days_off(one.first, one.last, other.first, other.last)


def days_off(first: date | None, last: date | None, since: date | None, until: date | None) -> int:
    """Return the days between two spans of time, 0 where they meet or one isn't known."""
    if first is None or last is None or since is None or until is None:
        return 0
    return max(0, (since - last).days, (first - until).days)


def in_time(bare: Unit, first: date | None, last: date | None) -> bool:
    """Say whether somebody in the press from ``first`` to ``last`` may be meant on a bare name's day."""
    return days_off(bare.first, bare.last, first, last) <= _NEAR


def _names_alike(one: Unit, other: Unit) -> Verdict | None:
    """Return the best verdict over the ways in which two units are written."""
    found = [verdict for verdict in _verdicts(one, other) if verdict is not None]
    return max(found, key=lambda verdict: (verdict.score, verdict.why), default=None)


def _verdicts(one: Unit, other: Unit) -> list[Verdict | None]:
    if one.is_person:
        full = [[name for name in unit.names if len(plain(name)) > 1] for unit in (one, other)]
        return [persons_alike(a, b) for a in full[0] for b in full[1]]
    own = [_short(one, other), _short(other, one)]
    return own + [bodies_alike(a, b) for a in _own(one) for b in _own(other)]


def _own(unit: Unit) -> tuple[str, ...]:
    """Return the names by which a body is compared: all where a reference holds them together."""
    return unit.names if unit.ref is not None else unit.names[:1]


def _short(short: Unit, full: Unit) -> Verdict | None:
    if not abbreviates(short.name, full.name):
        return None
    if any("".join(plain(name)) == "".join(plain(short.name)) for name in full.names):
        return Verdict(0.95, f"articles write {short.name} for {full.name}")
    return Verdict(0.75, f"{short.name} are the initials of {full.name}")
