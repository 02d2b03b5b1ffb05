"""Bare names → whom they can mean: somebody of the same article, else the one bearer of that time."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from dragoman.names import plain
from dragoman.names.blocks import content_words
from dragoman.resolve.actors.clusters import Suggestion
from dragoman.resolve.actors.comparing import in_time
from dragoman.resolve.actors.groups import Groups
from dragoman.resolve.actors.likeness import Verdict, surnames_alike
from dragoman.resolve.actors.units import Unit, kinds_agree

_SHARE = 0.85
"""So large a share of the articles on all bearers of a surname must be the one's whom it is given to."""
_KNOWN = 2
"""In so many articles at least must a bearer be, to be whom a bare surname means elsewhere."""


@dataclass(frozen=True, slots=True)
class Bearer:
    """A group that a bare name may mean, by its full names."""

    root: int
    units: tuple[Unit, ...]

    @property
    def documents(self) -> int:
        """In how many articles it stands by more than its bare name."""
        return sum(unit.documents for unit in self.units)

    @property
    def days(self) -> tuple[date | None, date | None]:
        """The days of the first and the last of them, where any is known."""
        first = [unit.first for unit in self.units if unit.first]
        last = [unit.last for unit in self.units if unit.last]
        return min(first, default=None), max(last, default=None)


def placed(bare: list[Unit], full: list[Unit], groups: Groups) -> list[Suggestion]:
    """Give the bare names of a block to the full names of it, where that is sure; return what is not."""
    unsure: list[Suggestion] = []
    left: list[Unit] = []
    bearing: dict[int, list[Unit]] = defaultdict(list)
    for one in full:
        bearing[groups.root(one.key)].append(one)
    bearers = [Bearer(root, tuple(units)) for root, units in sorted(bearing.items())]
    for unit in bare:
        fitting = [one for one in bearers if _fits(unit, one)]
        found, verdict = _meant(unit, fitting)
        if found is not None and groups.take_in(unit.key, found.root, verdict):
            continue
        if fitting and unit.is_person:
            unsure += [_suggestion(unit, one) for one in fitting[:2] if found is None]
        else:
            left.append(unit)
    _alike(left, groups)
    return unsure


def _fits(bare: Unit, bearer: Bearer) -> bool:
    """Say whether a group bears a bare name and nothing speaks against it."""
    states = {unit.state for unit in bearer.units if unit.state}
    if bare.state and states and bare.state not in states:
        return False
    return any(_bears(unit, bare) for unit in bearer.units)


def _bears(unit: Unit, bare: Unit) -> bool:
    word = _word(bare)
    if unit.is_person:
        if not bare.is_person and bare.kind not in ("other", "organization", "group"):
            return False
        alike = surnames_alike(unit.parts.surname, word)
        return alike is not None or any(plain(name) == (word,) for name in unit.names)
    return kinds_agree(unit, bare) and any(content_words(name) == (word,) for name in unit.names)


def _word(bare: Unit) -> str:
    return bare.parts.surname if bare.is_person else content_words(bare.name)[0]


def _meant(bare: Unit, fitting: list[Bearer]) -> tuple[Bearer | None, Verdict]:
    """Return whom a bare name means, and why; None where that is open."""
    nobody = Verdict(0.0, "")
    beside = [one for one in fitting if any(unit.key in bare.beside for unit in one.units)]
    if beside:
        sure = 0.93 if bare.is_person else 0.8
        told = Verdict(sure, "the only one of that name in the article")
        return (beside[0], told) if len(beside) == 1 else (None, nobody)
    named = [one for one in fitting if bare.is_person or bare.kind == "other" or not _is_person(one)]
    in_office = [one for one in named if bare.roles & {role for unit in one.units for role in unit.roles}]
    if len(in_office) == 1:
        role = sorted(bare.roles & {role for unit in in_office[0].units for role in unit.roles})[0]
        return in_office[0], Verdict(0.85, f"the only one of that name called {role}")
    timely = [one for one in named if in_time(bare, *one.days)]
    total = sum(one.documents for one in timely)
    best = max(timely, key=lambda one: (one.documents, -one.root), default=None)
    if best is None or best.documents < _KNOWN or best.documents < _SHARE * total:
        return None, nobody
    only = "the only one" if len(timely) == 1 else "by far the most named"
    return best, Verdict(0.78, f"{only} of that name in these years")


def _is_person(bearer: Bearer) -> bool:
    return any(unit.is_person for unit in bearer.units)


def _suggestion(bare: Unit, bearer: Bearer) -> Suggestion:
    least = min(unit.key for unit in bearer.units)
    return Suggestion(bare.key, least, 0.5, "one of those who bear that name")


def _alike(left: list[Unit], groups: Groups) -> None:
    """Bring together equal single names that nobody bears beside another: of one state, persons or bodies."""
    named: dict[tuple[str, bool], list[Unit]] = defaultdict(list)
    for unit in left:
        named[_word(unit), unit.is_person].append(unit)
    for _, units in sorted(named.items()):
        states = sorted({unit.state for unit in units if unit.state})
        for state in (*states,) or (None,):
            same = [u for u in units if u.state == state or (len(states) == 1 and u.state is None)]
            for unit in same[1:]:
                groups.join(same[0].key, unit.key, Verdict(0.72, "the same single name, and no longer one"))
        stateless = [u for u in units if u.state is None] if len(states) > 1 else []
        for unit in stateless[1:]:
            groups.join(stateless[0].key, unit.key, Verdict(0.72, "the same single name, and no longer one"))
