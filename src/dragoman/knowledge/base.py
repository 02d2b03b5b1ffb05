"""Knowledge: one object that answers who, what and where, as of a date."""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path

from dragoman.knowledge.cities import cities, regions
from dragoman.knowledge.fold import fold, has_capital
from dragoman.knowledge.issues import IssueFinder, load_issues, of_article
from dragoman.knowledge.loading import Tables, load_tables
from dragoman.knowledge.propositions import PropositionFinder
from dragoman.knowledge.records import Candidate, Entity, Issue, Tenure, Touched
from dragoman.knowledge.surfaces import Match
from dragoman.knowledge.tables import DATA
from dragoman.knowledge.titles import TitleReading, sector_of
from dragoman.knowledge.user import add_user_actors
from dragoman.knowledge.weighing import is_out_of_time, shared, standing
from dragoman.records import ActorKind

# How far a title speaks for ("President" before a sitting president's name) or against a candidate.
_TITLE_HELD_THEN, _TITLE_HELD_EVER, _TITLE_NEVER_HELD = 0.96, 0.82, 0.4
_AMBIGUOUS_SURNAME = 0.35
_NAMESAKE = 0.6
_NAMED = 0.85


class Knowledge:
    """The built-in tables together with a user's own; it never changes once loaded."""

    def __init__(self, tables: Tables, issues: tuple[Issue, ...], version: str) -> None:
        """Take loaded tables; use ``Knowledge.load``."""
        self._tables = tables
        self.issues = issues
        self.version = version
        self._issues = IssueFinder(issues)
        self._propositions = PropositionFinder(issues)
        # an article names the same few again and again, and every kind of finding asks
        self._looked_up = lru_cache(maxsize=1 << 14)(self._look_up)

    @classmethod
    def load(cls, actors: Path | None = None, propositions: Path | None = None) -> Knowledge:
        """Read the built-in tables and, over them, a user's actors (CSV) and issues with propositions (YAML).

        A wrong row of a user's table raises KnowledgeError with its file and line.
        """
        tables = load_tables(DATA)
        if actors is not None:
            add_user_actors(tables, actors)
        issues = {entry.id: entry for entry in load_issues(DATA / "propositions.yaml")}
        if propositions is not None:
            issues.update((entry.id, entry) for entry in load_issues(propositions))
        own = "+own" if actors is not None or propositions is not None else ""
        version = (DATA / "version.txt").read_text(encoding="utf-8").strip() + own
        return cls(tables, tuple(issues.values()), version)

    def of_article(self, text: str) -> Knowledge:
        """Return the same tables with those issues alone that an article with this text can be about."""
        narrowed = copy(self)
        narrowed.issues = of_article(self.issues, text)
        narrowed._issues = IssueFinder(narrowed.issues)
        narrowed._propositions = PropositionFinder(narrowed.issues)
        return narrowed

    def lookup(self, surface: str, on: date | None = None) -> tuple[Candidate, ...]:
        """Return what the whole surface form ("Moscow", "al-Assad", "President Obama") may name, best first.

        Capitals count: "US" is a state, "us" is nothing. ``on`` (the article's date) weighs homonyms. A
        title before a name is understood and weighs too. A bare surname that is also a common word gets
        a low confidence (under 0.35).
        """
        return self._looked_up(surface, on)

    def _look_up(self, surface: str, on: date | None) -> tuple[Candidate, ...]:
        index = self._tables.surfaces
        found = list(index.exact(surface))
        if not found:
            found = list(index.exact(_without_initials(surface)))
        if found:
            return self._candidates(found, surface, on)
        return self._titled(surface, on) or self._candidates(list(index.respelled(surface)), surface, on)

    def names_body(self, surface: str) -> bool:
        """Say whether a surface form of several words is, word for word, a body's name or a seat's."""
        return any(
            match.confidence >= _NAMED and self._tables.entities[match.key].kind not in ("person", "state")
            for match in self._tables.surfaces.exact(surface)
        )

    def entity(self, key: str) -> Entity | None:
        """Return the entity with that key."""
        return self._tables.entities.get(key)

    def state_entity(self, iso3: str) -> Entity | None:
        """Return the state with that ISO 3166-1 alpha-3 code."""
        key = self._tables.states.get(iso3)
        return self._tables.entities[key] if key is not None else None

    def state_of(self, word: str) -> str | None:
        """Return the ISO3 code of a country name, adjective or demonym ("Russia", "Russian", "Russians")."""
        return self._tables.state_of(word)

    def state_of_place(self, name: str) -> str | None:
        """Return the ISO3 code of the state that a country or a city of some size is or lies in.

        For where things happen: unlike ``lookup``, it doesn't say that the place stands for anybody.
        """
        found = self.state_of(name) or cities().get(fold(name))
        if found is None:
            seats = [c.entity for c in self.lookup(name) if c.confidence > _AMBIGUOUS_SURNAME]
            found = next((e.state for e in seats if e.kind in ("state", "government")), None)
        return found

    def state_of_region(self, name: str) -> str | None:
        """Return the ISO3 code of the state of a region, or of a people at home in one state ("Catalan")."""
        return regions().get(fold(name)) if has_capital(name) else None

    def state_of_city(self, name: str) -> str | None:
        """Return the ISO3 code of the state that a city of some size lies in."""
        return cities().get(fold(name)) if has_capital(name) else None

    def tenures(self, key: str, on: date | None = None) -> tuple[Tenure, ...]:
        """Return the offices that an entity held on a day (all where ``on`` is None), latest first."""
        held = self._tables.tenures.get(key, ())
        return tuple(tenure for tenure in held if on is None or tenure.covers(on))

    def holders(self, office: str, of: str, on: date | None = None) -> tuple[Entity, ...]:
        """Return who held an office ("president") of a state (ISO3) or body (entity key) on a day.

        Without a day: everyone who ever held it as far as the tables know, latest first.
        """
        held = [tenure for tenure in self._by_office.get((office, of), ()) if on is None or tenure.covers(on)]
        keys = dict.fromkeys(tenure.holder for tenure in held)
        return tuple(self._tables.entities[key] for key in keys)

    def states_with(self, office: str, on: date | None = None) -> tuple[str, ...]:
        """Return the states and bodies where somebody held an office on a day, in the tables' order."""
        return tuple(
            of
            for (held, of), tenures in self._by_office.items()
            if held == office and any(on is None or tenure.covers(on) for tenure in tenures)
        )

    def office_of_title(self, phrase: str) -> str | None:
        """Return the office that a title names: "premier" is "prime minister"; None for none."""
        reading = self.title(phrase)
        return reading.office if reading is not None else None

    def title(self, phrase: str) -> TitleReading | None:
        """Return the office, the state and whether it is a past one, as far as a title phrase says so."""
        return self._tables.titles.read(phrase)

    def offices_of_noun(self, noun: str) -> tuple[str, ...]:
        """Return the offices whose holders a noun can stand for: "leader" is president, king, …; else ()."""
        return self._tables.titles.nouns.get(fold(noun), ())

    def sector_of_noun(self, noun_phrase: str) -> tuple[str | None, ActorKind] | None:
        """Return the PLOVER sector and the kind of actor of a noun ("troops" is MIL, group), if it is one."""
        return sector_of(noun_phrase, self._tables.agents)

    def issues_of(self, text: str) -> tuple[str, ...]:
        """Return the ids of the issues that a text is about, in the tables' order."""
        return self._issues.find(text)

    def issue(self, identifier: str) -> Issue:
        """Return the issue with that id; KeyError where there is none."""
        return {issue.id: issue for issue in self.issues}[identifier]

    def propositions_of(self, phrase: str) -> tuple[Touched, ...]:
        """Return the propositions that a phrase or clause speaks of, each with the pole it names.

        What names both poles of one proposition, or neither, is left out.
        """
        return self._propositions.find(phrase)

    def propositions_backed(self, name: str) -> tuple[Touched, ...]:
        """Return the propositions at one pole of which stand all who support whom ``name`` names."""
        return self._propositions.backed(name)

    @cached_property
    def _by_office(self) -> dict[tuple[str, str], list[Tenure]]:
        table: dict[tuple[str, str], list[Tenure]] = {}
        for held in self._tables.tenures.values():
            for tenure in held:
                table.setdefault((tenure.office, tenure.organization_or_state), []).append(tenure)
        for entries in table.values():
            entries.sort(key=lambda tenure: (tenure.start or date.min, tenure.holder), reverse=True)
        return table

    def _candidates(self, found: list[Match], surface: str, on: date | None) -> tuple[Candidate, ...]:
        """Turn entries of the index into candidates, surnames weighed by date, prominence and rivals."""
        by_surname = [match for match in found if match.matched_as == "surname"]
        factor = _AMBIGUOUS_SURNAME if self._tables.surfaces.is_ambiguous(surface) else 1.0
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
            candidates = self._candidates(people, "", on)
            if candidates:
                return candidates if reading is None else self._by_title(candidates, reading, on)
        return ()

    def _by_title(
        self, candidates: tuple[Candidate, ...], reading: TitleReading, on: date | None
    ) -> tuple[Candidate, ...]:
        """Weigh candidates by whether they held the office of the title, on the day or ever."""
        weighed = []
        for candidate in candidates:
            held = [t for t in self.tenures(candidate.entity.key) if t.office == reading.office]
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
