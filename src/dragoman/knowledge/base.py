"""Knowledge: one object that answers who, what and where, as of a date."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from dragoman.knowledge.records import Candidate, Entity, Proposition, Tenure
from dragoman.records import ActorKind


class Knowledge:
    """The built-in tables together with a user's own; it never changes once loaded."""

    version: str
    propositions: tuple[Proposition, ...] = ()

    @classmethod
    def load(cls, actors: Path | None = None, propositions: Path | None = None) -> Knowledge:
        """Read the built-in tables and, over them, a user's actors (CSV) and propositions (YAML).

        A wrong row of a user's table raises KnowledgeError with its file and line.
        """
        knowledge = cls()
        knowledge.version = "0"
        return knowledge

    def lookup(self, surface: str, on: date | None = None) -> tuple[Candidate, ...]:
        """Return what the whole surface form ("Moscow", "al-Assad", "President Obama") may name, best first.

        Capitals count: "US" is a state, "us" is nothing. ``on`` (the article's date) weighs homonyms.
        """
        return ()

    def entity(self, key: str) -> Entity | None:
        """Return the entity with that key."""
        return None

    def state_entity(self, iso3: str) -> Entity | None:
        """Return the state with that ISO 3166-1 alpha-3 code."""
        return None

    def state_of(self, word: str) -> str | None:
        """Return the ISO3 code of a country name, adjective or demonym ("Russia", "Russian", "Russians")."""
        return None

    def tenures(self, key: str, on: date | None = None) -> tuple[Tenure, ...]:
        """Return the offices that an entity held on a day (all of them where ``on`` is None)."""
        return ()

    def holders(self, office: str, of: str, on: date | None = None) -> tuple[Entity, ...]:
        """Return who held an office ("president") of a state (ISO3) or body (entity key) on a day."""
        return ()

    def office_of_title(self, phrase: str) -> str | None:
        """Return the office that a title names: "premier" is "prime minister", "Russian President" "president"."""
        return None

    def offices_of_noun(self, noun: str) -> tuple[str, ...]:
        """Return the offices whose holders a noun can stand for: "leader" is president, king, …; else ()."""
        return ()

    def sector_of_noun(self, noun_phrase: str) -> tuple[str | None, ActorKind] | None:
        """Return the PLOVER sector and the kind of actor of a noun ("troops" is MIL, group), if it is one."""
        return None

    def issues_of(self, text: str) -> tuple[str, ...]:
        """Return the ids of the propositions that a text is about, in the tables' order."""
        return ()
