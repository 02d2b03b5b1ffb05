"""Propositions: the issues that statements are about, known by phrases of the text."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml
from anyascii import anyascii

from dragoman.knowledge.records import Proposition
from dragoman.knowledge.tables import wrong

_WORD = re.compile(r"\w+")
_POSSESSIVE = re.compile(r"['’]s?(?=\W|$)")
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def words_of(text: str) -> str:
    """Return the words of a text in lower case ASCII, one space before and after each."""
    plain = text if text.isascii() else anyascii(text.replace("’", "'"))
    return " " + " ".join(_WORD.findall(_POSSESSIVE.sub("", plain).lower())) + " "


class IssueFinder:
    """Finds the propositions that a text is about; each distinct phrase is looked for once."""

    def __init__(self, propositions: tuple[Proposition, ...]) -> None:
        """Take the propositions in the order in which they are to be named."""
        self._propositions = propositions
        ways = [way for entry in propositions for way in entry.phrases]
        self._phrases = tuple(dict.fromkeys(phrase for way in ways for phrase in way))

    def find(self, text: str) -> tuple[str, ...]:
        """Return the ids of the propositions one of whose ways of being recognised is wholly in the text."""
        words = words_of(text)
        present = {phrase for phrase in self._phrases if phrase in words}
        if not present:
            return ()
        return tuple(
            entry.id for entry in self._propositions if any(present.issuperset(way) for way in entry.phrases)
        )


def load_propositions(path: Path) -> tuple[Proposition, ...]:
    """Read propositions from YAML: a list of ``id``, ``label`` and ``keywords``.

    A keyword is a phrase; ``*`` after a word stands for any ending, ``&`` between phrases asks for all of
    them ("sanction* & Russia*"). Raises KnowledgeError with file and line where something is wrong.
    """
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise wrong(path, line, f"not YAML ({error.problem})", "check indentation and quotes") from error
    except (OSError, UnicodeDecodeError) as error:
        raise wrong(path, 1, f"cannot be read ({error})", "give a UTF-8 text file") from error
    if node is None:
        return ()
    if not isinstance(node, yaml.SequenceNode):
        raise wrong(path, 1, "not a list", "begin each proposition with '- id: …'")
    found: dict[str, Proposition] = {}
    for item in node.value:
        proposition = _proposition(path, item)
        if proposition.id in found:
            raise wrong(path, _line(item), f"the id {proposition.id!r} occurs twice", "give each its own id")
        found[proposition.id] = proposition
    return tuple(found.values())


def _proposition(path: Path, item: Any) -> Proposition:
    """Read one entry of the list from its YAML node."""
    if not isinstance(item, yaml.MappingNode):
        raise wrong(path, _line(item), "not a proposition", "write id, label and keywords")
    cells: dict[str, Any] = {}
    for name, value in item.value:
        if name.value not in ("id", "label", "keywords"):
            raise wrong(path, _line(name), f"unknown field {name.value!r}", "use id, label and keywords only")
        cells[name.value] = value
    for name in ("id", "label", "keywords"):
        if name not in cells:
            raise wrong(path, _line(item), f"no {name}", f"add a line '{name}: …'")
        wanted = yaml.SequenceNode if name == "keywords" else yaml.ScalarNode
        if not isinstance(cells[name], wanted) or not cells[name].value:
            kind = "a list of phrases" if name == "keywords" else "a text"
            raise wrong(path, _line(cells[name]), f"{name} is not {kind}", f"write {kind} there")
    ways = []
    for keyword in cells["keywords"].value:
        if not isinstance(keyword, yaml.ScalarNode) or not words_of(keyword.value).strip():
            raise wrong(path, _line(keyword), "an empty keyword", "write a phrase, or remove it")
        ways.append(_way(keyword.value))
    return Proposition(cells["id"].value, cells["label"].value, tuple(ways))


def _way(keyword: str) -> tuple[str, ...]:
    """Return the phrases of one keyword, ready to be looked for in ``words_of`` a text."""
    phrases = []
    for part in keyword.split("&"):
        words = words_of(part)
        phrases.append(words.rstrip() if part.rstrip().endswith("*") else words)
    return tuple(phrases)


def _line(node: Any) -> int:
    """Return the line, from 1, where a YAML node begins."""
    return int(node.start_mark.line) + 1
