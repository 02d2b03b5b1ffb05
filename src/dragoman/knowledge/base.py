"""Knowledge: one object that answers who, what and where, as of a date."""

from __future__ import annotations

from copy import copy
from datetime import date
from functools import cached_property
from pathlib import Path

from dragoman.knowledge.candidates import AMBIGUOUS_SURNAME, Candidates
from dragoman.knowledge.cities import cities, regions
from dragoman.knowledge.fold import fold, has_capital
from dragoman.knowledge.issues import IssueFinder, load_issues, of_article
from dragoman.knowledge.loading import Tables, load_tables
from dragoman.knowledge.propositions import PropositionFinder
from dragoman.knowledge.records import Candidate, Entity, Issue, Tenure, Touched
from dragoman.knowledge.tables import DATA
from dragoman.knowledge.titles import TitleReading, sector_of
from dragoman.knowledge.user import add_user_actors
from dragoman.records import ActorKind

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
        self._candidates = Candidates(tables)

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
        return self._candidates.of(surface, on)

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
            seats = [c.entity for c in self.lookup(name) if c.confidence > AMBIGUOUS_SURNAME]
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
