"""Titles and nouns: which office a title names, and whom nouns such as "leader" or "troops" stand for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from dragoman.data_files import yaml_of
from dragoman.knowledge.fold import fold
from dragoman.knowledge.tables import read_rows
from dragoman.records import ActorKind

_ARTICLES = frozenset(("the", "a", "an", "his", "her", "its", "their", "our", "this", "that"))


class TitleReading(NamedTuple):
    """What a title says: the office's key, the state it names (or None), and whether it is a past one."""

    office: str
    state: str | None
    former: bool


@dataclass(frozen=True)
class Titles:
    """The table of titles; see ``data/titles.yaml`` for its shape."""

    offices: Mapping[str, str]
    """Folded title → office key."""
    by_state: Mapping[tuple[str, str], str]
    """(folded title, ISO3) → office key, where a state uses a title in its own sense."""
    displays: Mapping[str, str]
    """Office key → display pattern with ``{state}``."""
    sectors: Mapping[str, str]
    nouns: Mapping[str, tuple[str, ...]]
    """Folded noun → the offices whose holders it can stand for."""
    honorifics: frozenset[str]
    former: frozenset[str]
    passed: frozenset[str]
    """Words before a title that do not change the office ("acting", "incoming", "state")."""
    state_of: Callable[[str], str | None] = field(repr=False, default=lambda word: None)

    def read(self, phrase: str) -> TitleReading | None:
        """Return what a whole title phrase says: "former Russian president" is president, RUS, past."""
        words, state, former = phrase.split(), None, False
        while words:
            found = self._office(words, state)
            if found is not None:
                return TitleReading(found[0], found[1], former)
            taken, named = self._leading_state(words)
            first = fold(words[0])
            if taken:
                state, words = named, words[taken:]
            elif first.startswith("ex ") and first != "ex ":
                former, words = True, [first.removeprefix("ex "), *words[1:]]
            elif first in self.former:
                former, words = True, words[1:]
            elif first in self.passed or first in _ARTICLES:
                words = words[1:]
            else:
                return None
        return None

    def _office(self, words: list[str], state: str | None) -> tuple[str, str | None] | None:
        """Look up ``words`` as a title, whole or cut before an "of" that a state's name follows."""
        folded = fold(" ".join(words))
        if state is not None and (folded, state) in self.by_state:
            return self.by_state[folded, state], state
        if folded in self.offices:
            return self.offices[folded], state
        for index in range(1, len(words)):
            if words[index] not in ("of", "for"):
                continue
            tail = [word for word in words[index + 1 :] if word.lower() != "the"]
            named = self.state_of(" ".join(tail)) if tail else None
            if named is not None and (found := self._office(words[:index], named)) is not None:
                return found
        return None

    def _leading_state(self, words: list[str]) -> tuple[int, str | None]:
        """Return how many leading words name a state, and which; (0, None) where none do."""
        for count in (3, 2, 1):
            if count < len(words) and (named := self.state_of(" ".join(words[:count]))) is not None:
                return count, named
        return 0, None

    def is_honorific(self, phrase: str) -> bool:
        """Say whether a phrase is a form of address and no office ("Mr.", "Ayatollah", "General")."""
        words = fold(phrase).split()
        return bool(words) and all(word in self.honorifics for word in words)

    def without_honorifics(self, phrase: str) -> str:
        """Drop forms of address at the end of a title: "Supreme Leader Ayatollah" is "Supreme Leader"."""
        words = phrase.split()
        while len(words) > 1 and fold(words[-1]) in self.honorifics and self.read(" ".join(words)) is None:
            words.pop()
        return " ".join(words)

    def display(self, office: str, state_name: str) -> str:
        """Return the title for display: "President of Russia"."""
        pattern = self.displays.get(office, office.capitalize() + " of {state}")
        return pattern.format(state=state_name)


def load_titles(path: Path, state_of: Callable[[str], str | None]) -> Titles:
    """Read the table of titles; ``state_of`` says which words name states."""
    raw: dict[str, Any] = yaml_of(path.read_text(encoding="utf-8"))
    offices: dict[str, str] = {}
    by_state: dict[tuple[str, str], str] = {}
    for key, entry in raw["offices"].items():
        for title in [key, *entry.get("titles", [])]:
            offices[fold(title)] = key
        for state, titles in entry.get("by_state", {}).items():
            by_state.update({(fold(title), state): key for title in titles})
    return Titles(
        offices,
        by_state,
        {key: entry["display"] for key, entry in raw["offices"].items() if "display" in entry},
        {key: entry["sector"] for key, entry in raw["offices"].items()},
        {fold(noun): tuple(keys) for noun, keys in raw["nouns"].items()},
        frozenset(map(fold, raw["honorifics"])),
        frozenset(map(fold, raw["former"])),
        frozenset(map(fold, raw["passed"])),
        state_of,
    )


def load_agents(path: Path) -> dict[str, tuple[str | None, ActorKind]]:
    """Read the nouns for kinds of actors: folded noun, singular and plural → (sector, kind)."""
    agents: dict[str, tuple[str | None, ActorKind]] = {}
    for noun, plural, sector, kind in read_rows(path):
        agents[noun] = (sector or None, kind)  # type: ignore[assignment]
        if plural:
            agents[plural] = (sector or None, "group" if kind == "person" else kind)  # type: ignore[assignment]
    return agents


def sector_of(
    phrase: str, agents: Mapping[str, tuple[str | None, ActorKind]]
) -> tuple[str | None, ActorKind] | None:
    """Look a noun phrase up whole, then by ever shorter endings (its head noun stands last)."""
    words = fold(phrase).split()
    for start in range(len(words)):
        if found := agents.get(" ".join(words[start:])):
            return found
    return None
