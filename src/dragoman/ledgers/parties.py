"""Who is who in claims: keys that are the same wherever the same one speaks or acts."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.language.lemmas import lemma
from dragoman.ledgers.wording import words
from dragoman.records import Actor, Attributed, Reading
from dragoman.relations.disputes.claims import Claimant, Party
from dragoman.store.names import Who
from dragoman.store.naming import naming_of, ref_naming

_NAMED = ("person", "state", "organization", "company", "publication")
"""Kinds whose full name is theirs alone; "the defence ministry" is a name in every country."""


class Named:
    """The actors of one reading as claims know them; ``copy`` is the first print of its text."""

    def __init__(self, reading: Reading, copy: str, family: str) -> None:
        """Take a reading, and what the store knows of its document."""
        self._reading = reading
        self._copy = copy
        self._family = family

    def claimant(self, source: Attributed | None) -> Claimant:
        """Return who claims; where nobody is named, somebody who is known in this text alone.

        One with neither a reference nor a full name goes by the phrase of the text, unless that is a pronoun.
        """
        if source is None:
            return Claimant("nobody named", f"unnamed:{self._copy}", anonymous=True)
        actor = self._reading.actor(source.actor)
        phrase = " ".join(source.span.of(self._reading.text).split()).strip(" ,;:—–")
        known = actor.ref is not None or (
            actor.kind == "person" and " " in actor.name and not actor.anonymous
        )
        own = not known and phrase.lower() not in words()["pointers"] | words()["pronouns"]
        return Claimant(phrase if own else actor.name, self._root(actor), actor.state, self._is_nobody(actor))

    def of_actor(self, identifier: str) -> Claimant:
        """Return who claims, known by an actor alone."""
        actor = self._reading.actor(identifier)
        return Claimant(actor.name, self._root(actor), actor.state, self._is_nobody(actor))

    @property
    def article(self) -> Claimant:
        """The article itself, whose root is its outlet."""
        return Claimant(self._reading.article.publication or "the article", self._family, voice=True)

    def _is_nobody(self, actor: Actor) -> bool:
        return actor.anonymous or bool(actor.members)

    def _root(self, actor: Actor) -> str:
        """Return what a root goes by: a reference, a name, or, where either is open, this text's phrase."""
        if actor.ref is not None:
            return actor.ref
        name = " ".join(actor.name.casefold().split())
        if not self._is_nobody(actor) and actor.kind in _NAMED and " " in name:
            return f"naming:{naming_of(actor, self._reading.id)}"
        return f"{self._copy}:{name}"

    def party(self, identifiers: Iterable[str]) -> Party:
        """Return those who act or are acted on: people and bodies by name, crowds by their noun."""
        keys: set[str] = set()
        states: set[str] = set()
        names: list[str] = []
        for identifier in identifiers:
            actor = self._reading.actor(identifier)
            names.append(actor.name)
            for one in (actor, *(self._reading.actor(m) for m in actor.members if m != actor.id)):
                keys.add(self._key(one))
                if one.state:
                    states.add(one.state)
        return Party(frozenset(keys), frozenset(states), tuple(names))

    def _key(self, actor: Actor) -> str:
        if actor.ref is not None:
            return actor.ref
        if actor.kind in _NAMED and not actor.anonymous:
            return f"naming:{naming_of(actor, self._reading.id)}"
        noun = actor.name.split()[-1] if actor.name.split() else actor.id
        return f"noun:{lemma(noun.lower(), 'NOUN')}"


def naming_of_key(key: str) -> int:
    """Return the naming that the key of a claimant or a party stands for."""
    return int(key.removeprefix("naming:")) if key.startswith("naming:") else ref_naming(key)


def means(who: Who, key: str, state: str | None) -> bool:
    """Say whether a key of a claimant or a party, who acts for a state, is whom a name means."""
    return naming_of_key(key) in who.namings or state in who.states
