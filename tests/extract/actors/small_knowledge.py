"""A dozen entities of the real world, so that these tests do not hang on the shipped tables."""

from __future__ import annotations

from datetime import date

from dragoman.knowledge.base import Knowledge
from dragoman.knowledge.records import Candidate, Entity, Tenure
from dragoman.records import ActorKind

_STATES = {
    "RUS": ("wikidata:Q159", "Russia", ("Russian", "Russians"), "Moscow", "Kremlin"),
    "IRN": ("wikidata:Q794", "Iran", ("Iranian", "Iranians"), "Tehran", ""),
    "USA": ("wikidata:Q30", "United States", ("American", "Americans"), "Washington", "White House"),
    "VEN": ("wikidata:Q717", "Venezuela", ("Venezuelan", "Venezuelans"), "Caracas", ""),
    "TUR": ("wikidata:Q43", "Turkey", ("Turkish", "Turks"), "Ankara", ""),
    "FRA": ("wikidata:Q142", "France", ("French",), "Paris", "Élysée"),
    "AUT": ("wikidata:Q40", "Austria", ("Austrian", "Austrians"), "Vienna", ""),
}
_PEOPLE = {
    "wikidata:Q7747": ("Vladimir Putin", "RUS", "president", "President of Russia"),
    "wikidata:Q58217": ("Sergey Lavrov", "RUS", "foreign minister", "Minister of Foreign Affairs of Russia"),
    "wikidata:Q348144": ("Hassan Rouhani", "IRN", "president", "President of Iran"),
    "wikidata:Q76": ("Barack Obama", "USA", "president", "President of the United States"),
    "wikidata:Q56226": ("Nicolás Maduro", "VEN", "president", "President of Venezuela"),
}
_OFFICES = {"leader": ("president", "prime minister"), "diplomat": ("foreign minister",)}


class SmallKnowledge(Knowledge):
    """The tables above behind the interface of :class:`Knowledge`."""

    version = "small"
    propositions = ()

    def __init__(self) -> None:
        """Build the tables once."""
        self._entities: dict[str, Entity] = {}
        self._surfaces: dict[str, Candidate] = {}
        self._words: dict[str, str] = {}
        for iso3, (key, name, demonyms, capital, seat) in _STATES.items():
            state = self._keep(Entity(key, name, "state", iso3, "GOV"))
            self._surfaces[name] = Candidate(state, "name", 0.97)
            self._words[name] = iso3
            for word in demonyms:
                self._surfaces[word], self._words[word] = Candidate(state, "demonym", 0.9), iso3
            self._surfaces[capital] = Candidate(state, "capital", 0.8)
            if seat:
                self._surfaces[seat] = self._surfaces[f"the {seat}"] = Candidate(state, "seat", 0.9)
        self._surfaces["U.S."] = self._surfaces["US"] = self._surfaces["United States"]
        self._words["U.S."] = self._words["US"] = "USA"
        for key, (name, iso3, _, _) in _PEOPLE.items():
            person = self._keep(Entity(key, name, "person", iso3, "GOV"))
            self._surfaces[name] = Candidate(person, "name", 0.95)
            self._surfaces[name.split()[-1]] = Candidate(person, "surname", 0.75)

    def _keep(self, entity: Entity) -> Entity:
        self._entities[entity.key] = entity
        return entity

    def lookup(self, surface: str, on: date | None = None) -> tuple[Candidate, ...]:
        """Return the one candidate of a surface form."""
        found = self._surfaces.get(surface) or self._surfaces.get(surface.removeprefix("the "))
        return (found,) if found else ()

    def entity(self, key: str) -> Entity | None:
        """Return an entity by key."""
        return self._entities.get(key)

    def state_entity(self, iso3: str) -> Entity | None:
        """Return a state by code."""
        return self._entities.get(_STATES[iso3][0]) if iso3 in _STATES else None

    def state_of(self, word: str) -> str | None:
        """Return the code of a country name or demonym."""
        return self._words.get(word)

    def state_of_region(self, name: str) -> str | None:
        """No regions here."""
        return None

    def state_of_city(self, name: str) -> str | None:
        """Return the state of a capital."""
        return next((iso3 for iso3, row in _STATES.items() if row[3] == name), None)

    def names_body(self, surface: str) -> bool:
        """Say whether a form of several words is a seat."""
        return " " in surface and any(
            row[4] and surface in (row[4], f"the {row[4]}") for row in _STATES.values()
        )

    def tenures(self, key: str, on: date | None = None) -> tuple[Tenure, ...]:
        """Return the one office each of these people holds, whatever the day."""
        if key not in _PEOPLE:
            return ()
        _, iso3, office, title = _PEOPLE[key]
        return (Tenure(key, office, iso3, title, None, None, "GOV"),)

    def holders(self, office: str, of: str, on: date | None = None) -> tuple[Entity, ...]:
        """Return who holds an office of a state."""
        found = [k for k, (_, iso3, held, _) in _PEOPLE.items() if (iso3, held) == (of, office)]
        return tuple(self._entities[key] for key in found)

    def states_with(self, office: str, on: date | None = None) -> tuple[str, ...]:
        """Return the states whose holder of an office is among these people."""
        return tuple(iso3 for _, iso3, held, _ in _PEOPLE.values() if held == office)

    def office_of_title(self, phrase: str) -> str | None:
        """Return the office named by the last words of a title."""
        low = phrase.lower()
        return next((o for o in ("foreign minister", "prime minister", "president") if low.endswith(o)), None)

    def offices_of_noun(self, noun: str) -> tuple[str, ...]:
        """Return the offices a noun may stand for."""
        return _OFFICES.get(noun, (noun,) if noun in ("president", "foreign minister") else ())

    def sector_of_noun(self, noun_phrase: str) -> tuple[str | None, ActorKind] | None:
        """Return sector and kind for a few nouns."""
        low = noun_phrase.lower()
        if any(word in low for word in ("diplomat", "minister", "president", "official")):
            return "GOV", "person"
        return ("MIL", "group") if "troops" in low else None
