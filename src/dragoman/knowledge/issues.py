"""Issues: what statements are about, known by phrases of the text, and the propositions under each."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from dragoman.data_files import LOADER
from dragoman.knowledge.propositions import proposition_of, way_of, words_of
from dragoman.knowledge.records import Issue
from dragoman.knowledge.tables import wrong

_NEEDED = ("id", "label", "keywords")
_MAYBE = ("where", "propositions")


class IssueFinder:
    """Finds the issues that a text is about; each distinct phrase is looked for once."""

    def __init__(self, issues: tuple[Issue, ...]) -> None:
        """Take the issues in the order in which they are to be named."""
        self._issues = issues
        ways = [way for entry in issues for way in entry.phrases]
        self._phrases = tuple(dict.fromkeys(phrase for way in ways for phrase in way))

    def find(self, text: str) -> tuple[str, ...]:
        """Return the ids of the issues one of whose ways of being recognised is wholly in the text."""
        words = words_of(text)
        present = {phrase for phrase in self._phrases if phrase in words}
        if not present:
            return ()
        return tuple(
            entry.id for entry in self._issues if any(present.issuperset(way) for way in entry.phrases)
        )


def of_article(issues: tuple[Issue, ...], text: str) -> tuple[Issue, ...]:
    """Return the issues that an article can be about: those that ask for no name, or for one that it has."""
    words = words_of(text)
    return tuple(
        entry
        for entry in issues
        if not entry.where or any(all(phrase in words for phrase in way) for way in entry.where)
    )


def load_issues(path: Path) -> tuple[Issue, ...]:
    """Read issues from YAML: ``id``, ``label``, ``keywords`` and, maybe, ``where`` and ``propositions``.

    A keyword is a phrase; ``*`` after a word stands for any ending, ``&`` between phrases asks for all of
    them ("sanction* & Russia*"). ``where`` are names one of which the article must have. Raises
    KnowledgeError with file and line where something is wrong.
    """
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise wrong(path, line, f"not YAML ({error.problem})", "check indentation and quotes") from error
    except (OSError, UnicodeDecodeError) as error:
        raise wrong(path, 1, f"cannot be read ({error})", "give a UTF-8 text file") from error
    if node is None:
        return ()
    if not isinstance(node, yaml.SequenceNode):
        raise wrong(path, 1, "not a list", "begin each issue with '- id: …'")
    found: dict[str, Issue] = {}
    for item in node.value:
        issue = _issue(path, item)
        if issue.id in found:
            raise wrong(path, _line(item), f"the id {issue.id!r} occurs twice", "give each its own id")
        found[issue.id] = issue
    return tuple(found.values())


def _issue(path: Path, item: Any) -> Issue:
    """Read one entry of the list from its YAML node."""
    if not isinstance(item, yaml.MappingNode):
        raise wrong(path, _line(item), "not a proposition", "write id, label and keywords")
    cells: dict[str, Any] = {}
    for name, value in item.value:
        if name.value not in (*_NEEDED, *_MAYBE):
            remedy = "use id, label, keywords, where and propositions only"
            raise wrong(path, _line(name), f"unknown field {name.value!r}", remedy)
        cells[name.value] = value
    for name in _NEEDED:
        if name not in cells:
            raise wrong(path, _line(item), f"no {name}", f"add a line '{name}: …'")
        wanted = yaml.SequenceNode if name == "keywords" else yaml.ScalarNode
        if not isinstance(cells[name], wanted) or not cells[name].value:
            kind = "a list of phrases" if name == "keywords" else "a text"
            raise wrong(path, _line(cells[name]), f"{name} is not {kind}", f"write {kind} there")
    ways, where = _ways(path, cells["keywords"]), _ways(path, cells.get("where"))
    below = cells.get("propositions")
    if below is not None and not isinstance(below, yaml.SequenceNode):
        raise wrong(path, _line(below), "propositions is not a list", "begin each with '- id: …'")
    propositions = tuple(proposition_of(path, entry) for entry in (below.value if below is not None else ()))
    return Issue(cells["id"].value, cells["label"].value, ways, propositions, where)


def _ways(path: Path, node: Any) -> tuple[tuple[str, ...], ...]:
    """Read a list of phrases; none where there is no list."""
    if node is None:
        return ()
    if not isinstance(node, yaml.SequenceNode):
        raise wrong(path, _line(node), "not a list of phrases", "write the phrases in square brackets")
    for keyword in node.value:
        if not isinstance(keyword, yaml.ScalarNode) or not words_of(keyword.value).strip():
            raise wrong(path, _line(keyword), "an empty keyword", "write a phrase, or remove it")
    return tuple(way_of(keyword.value) for keyword in node.value)


def _line(node: Any) -> int:
    """Return the line, from 1, where a YAML node begins."""
    return int(node.start_mark.line) + 1
