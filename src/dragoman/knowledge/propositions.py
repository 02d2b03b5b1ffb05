"""Propositions: what one can be for or against under an issue, known by phrases for its two poles."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml
from anyascii import anyascii

from dragoman.knowledge.records import Issue, Pole, Proposition, Touched
from dragoman.knowledge.tables import wrong

_WORD = re.compile(r"\w+")
_POSSESSIVE = re.compile(r"['’]s?(?=\W|$)")
_POLES: tuple[Pole, Pole] = ("for", "against")
_FIELDS = ("id", "label", "for", "against", "party-for", "party-against")
_BEFORE_A_NAME = 4
"""A party may have so many words before its name: "the embattled Syrian president Bashar al-Assad"."""


def words_of(text: str) -> str:
    """Return the words of a text in lower case ASCII, one space before and after each."""
    plain = text if text.isascii() else anyascii(text.replace("’", "'"))
    return " " + " ".join(_WORD.findall(_POSSESSIVE.sub("", plain).lower())) + " "


def way_of(keyword: str) -> tuple[str, ...]:
    """Return the phrases of one keyword, ready to be looked for in ``words_of`` a text."""
    phrases = []
    for part in keyword.split("&"):
        words = words_of(part)
        phrases.append(words.rstrip() if part.rstrip().endswith("*") else words)
    return tuple(phrases)


class PropositionFinder:
    """Finds the propositions that a phrase speaks of, and which pole it names."""

    def __init__(self, issues: tuple[Issue, ...]) -> None:
        """Take the issues in the order in which they are to be named."""
        self._entries = [(issue, proposition) for issue in issues for proposition in issue.propositions]
        self._names = {name.rsplit(" ", 2)[-2] for _, p in self._entries for names in p.parties.values()
                       for name in names}  # fmt: skip

    def find(self, phrase: str) -> tuple[Touched, ...]:
        """Return the propositions with the pole that the phrase names more closely than the other."""
        words = words_of(phrase)
        found = []
        for issue, proposition in self._entries:
            there = {pole: _fullest(proposition.phrases[pole], words) for pole in _POLES}
            if len(there["for"]) != len(there["against"]):
                pole = max(_POLES, key=lambda pole: len(there[pole]))
                found.append(Touched(issue, proposition, pole, there[pole]))
        return tuple(found)

    def backed(self, name: str) -> tuple[Touched, ...]:
        """Return the propositions one of whose parties the name is, with its pole."""
        words = words_of(name)
        if words.rsplit(" ", 2)[-2] not in self._names:
            return ()
        return tuple(
            Touched(issue, proposition, pole, words)
            for issue, proposition in self._entries
            for pole in _POLES
            if any(_ends(words, party) for party in proposition.parties[pole])
        )


def _fullest(ways: tuple[tuple[str, ...], ...], words: str) -> str:
    """Return the phrases of the fullest way that is wholly there, in one string; "" for none."""
    there = ["".join(way) for way in ways if all(phrase in words for phrase in way)]
    return max(there, key=len, default="")


def _ends(words: str, party: str) -> bool:
    return words.endswith(party) and len(words.split()) - len(party.split()) <= _BEFORE_A_NAME


def proposition_of(path: Path, item: Any) -> Proposition:
    """Read one proposition of an issue from its YAML node; raises KnowledgeError with file and line."""
    line = int(item.start_mark.line) + 1
    if not isinstance(item, yaml.MappingNode):
        raise wrong(path, line, "not a proposition", "write id, label, for and against")
    cells: dict[str, Any] = {}
    for name, value in item.value:
        if name.value not in _FIELDS:
            at = int(name.start_mark.line) + 1
            raise wrong(path, at, f"unknown field {name.value!r}", "use " + ", ".join(_FIELDS) + " only")
        cells[name.value] = value
    for name in ("id", "label"):
        if not isinstance(cells.get(name), yaml.ScalarNode) or not cells[name].value:
            raise wrong(path, line, f"no {name} of a proposition", f"add a line '{name}: …'")
    phrases = {pole: tuple(way_of(text) for text in _texts(path, cells.get(pole))) for pole in _POLES}
    if not any(phrases.values()):
        raise wrong(path, line, "a proposition without phrases", "give phrases for or against it")
    parties = {
        pole: tuple(words_of(text) for text in _texts(path, cells.get(f"party-{pole}"))) for pole in _POLES
    }
    return Proposition(cells["id"].value, cells["label"].value, phrases, parties)


def _texts(path: Path, node: Any) -> list[str]:
    """Return the phrases of a list, none where there is no list."""
    if node is None:
        return []
    line = int(node.start_mark.line) + 1
    if not isinstance(node, yaml.SequenceNode):
        raise wrong(path, line, "not a list of phrases", "write the phrases in square brackets")
    for item in node.value:
        if not isinstance(item, yaml.ScalarNode) or not words_of(item.value).strip():
            at = int(item.start_mark.line) + 1
            raise wrong(path, at, "an empty phrase", "write a phrase, or remove it")
    return [str(item.value) for item in node.value]
