"""Surface forms → whom they may name: names, surnames weighed by date, and titles that stand before them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from dragoman.knowledge.loading import Tables
from dragoman.knowledge.records import Candidate
from dragoman.knowledge.surfaces import Match
from dragoman.knowledge.titles import TitleReading
from dragoman.knowledge.weighing import is_out_of_time, shared, standing

# How far a title speaks for ("President" before a sitting president's name) or against a candidate.
_TITLE_HELD_THEN, _TITLE_HELD_EVER, _TITLE_NEVER_HELD = 0.96, 0.82, 0.4
AMBIGUOUS_SURNAME = 0.35
"""What a bare surname that is also a common word keeps of its confidence."""
_NAMESAKE = 0.6


class Candidates:
    """Finds whom a surface form may name in loaded tables."""

    def __init__(self, tables: Tables) -> None:
        """Take loaded tables, which don't change any more."""
        self._tables = tables
        # an article names the same few again and again, and every kind of finding asks
        self._looked_up = lru_cache(maxsize=1 << 14)(self._look_up)

    def of(self, surface: str, on: date | None) -> tuple[Candidate, ...]:
        """Return what a surface form may name on a day, best first; ``Knowledge.lookup`` tells how."""
        return self._looked_up(surface, on)

    def _look_up(self, surface: str, on: date | None) -> tuple[Candidate, ...]:
        index = self._tables.surfaces
        found = list(index.exact(surface))
        if not found:
            found = list(index.exact(_without_initials(surface)))
        if found:
            return self._weighed(found, surface, on)
        return self._titled(surface, on) or self._weighed(list(index.respelled(surface)), surface, on)

    def _weighed(self, found: list[Match], surface: str, on: date | None) -> tuple[Candidate, ...]:
        """Turn entries of the index into candidates, surnames weighed by date, prominence and rivals."""
        by_surname = [match for match in found if match.matched_as == "surname"]
        factor = AMBIGUOUS_SURNAME if self._tables.surfaces.is_ambiguous(surface) else 1.0
        weights = shared(self._standing(match.key, on) for match in by_surname)
        candidates = [
            Candidate(self._tables.entities[match.key], "surname", round(weight * factor, 3))
            for match, weight in zip(by_surname, weights, strict=True)
        ]
        candidates += [self._by_name(match, on) for match in found if match.matched_as != "surname"]
        return _sorted(candidates)

    def _by_name(self, match: Match, on: date | None) -> Candidate:
        """Take a whole name, with doubt where its bearer is known from another time only (a namesake?)."""
        confidence = match.confidence
        known = self._tables.prominence.get(match.key, 3)
        if known < 3 and is_out_of_time(self._tables.tenures.get(match.key, ()), on):
            confidence *= _NAMESAKE
        return Candidate(self._tables.entities[match.key], match.matched_as, round(confidence, 3))

    def _standing(self, key: str, on: date | None) -> float:
        return standing(self._tables.prominence.get(key, 1), self._tables.tenures.get(key, ()), on)

    def _titled(self, surface: str, on: date | None) -> tuple[Candidate, ...]:
        """Look up a name behind a title ("Iranian Foreign Minister Zarif"), the longest title first."""
        words = surface.split()
        for cut in range(len(words) - 1, 0, -1):
            prefix, name = " ".join(words[:cut]), " ".join(words[cut:])
            titles = self._tables.titles
            reading = titles.read(titles.without_honorifics(prefix))
            if reading is None and not titles.is_honorific(prefix):
                continue
            found = list(self._tables.surfaces.exact(name)) or list(self._tables.surfaces.respelled(name))
            people = [m for m in found if self._tables.entities[m.key].kind == "person"]
            candidates = self._weighed(people, "", on)
            if candidates:
                return candidates if reading is None else self._by_title(candidates, reading, on)
        return ()

    def _by_title(
        self, candidates: tuple[Candidate, ...], reading: TitleReading, on: date | None
    ) -> tuple[Candidate, ...]:
        """Weigh candidates by whether they held the office of the title, on the day or ever."""
        weighed = []
        for candidate in candidates:
            known = self._tables.tenures.get(candidate.entity.key, ())
            held = [tenure for tenure in known if tenure.office == reading.office]
            if reading.state is not None:
                held = [t for t in held if t.organization_or_state == reading.state]
            confidence = candidate.confidence * _TITLE_NEVER_HELD
            if held:
                now = not reading.former and on is not None and any(t.covers(on) for t in held)
                confidence = _TITLE_HELD_THEN if now else _TITLE_HELD_EVER
            weighed.append(Candidate(candidate.entity, candidate.matched_as, round(confidence, 3)))
        return _sorted(weighed)


def _sorted(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    return tuple(sorted(candidates, key=lambda c: (-c.confidence, c.entity.key)))


def _without_initials(surface: str) -> str:
    """Return a name without single letters between its first and last word ("John Q. Public")."""
    words = surface.split()
    return " ".join(w for i, w in enumerate(words) if i in (0, len(words) - 1) or len(w.strip(".")) > 1)
