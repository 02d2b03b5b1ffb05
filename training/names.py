"""The project's own sentences about names → documents whose names are known.

``training/sentences/names/*.txt``: see the README there for the format and the conventions.
``python -m training.names`` prints how many there are; with ``--check`` it names every fault first.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman.language.tokenizer import words_of
from training.examples import NAMES, NO_NAME_OF_OURS, Document

FOLDER = Path(__file__).parent / "sentences" / "names"
KINDS = ("person", "organization", "place")

_MARK = re.compile(r"\[([^\[\]|]*)\|([^\[\]|]*)\]")


class BadLine(ValueError):
    """A line whose marks can't be read; the message says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name's characters ``[start, end)`` in the text without marks, and its kind."""

    start: int
    end: int
    kind: str


def unmarked(line: str) -> tuple[str, list[Name]]:
    """Return a line's text without marks, and its names in their order.

    BadLine for a kind that isn't one of KINDS, a mark that is empty or has space at its ends, and a bracket
    or bar that belongs to no mark.
    """
    text, names, last = "", [], 0
    for mark in _MARK.finditer(line):
        phrase, kind = mark.groups()
        if kind not in KINDS:
            raise BadLine(f"unknown label {kind!r}")
        if not phrase or phrase != phrase.strip():
            raise BadLine(f"empty mark, or space at its ends: {mark.group()!r}")
        text += line[last : mark.start()]
        names.append(Name(len(text), len(text) + len(phrase), kind))
        text, last = text + phrase, mark.end()
    text += line[last:]
    if stray := re.search(r"[\[\]|]", text):
        raise BadLine(f"unbalanced {stray.group()!r} in {text!r}")
    return text, names


def document(identity: str, line: str) -> Document:
    """Return a line's words as one paragraph with its names; BadLine also where a mark cuts a word."""
    text, names = unmarked(line)
    words = words_of(text, 0, len(text))
    starts = {start: i for i, (_, start, _) in enumerate(words)}
    ends = {end: i for i, (_, _, end) in enumerate(words)}
    # a capital inside a sentence may begin a name of another kind, which our marks don't have
    other = [form[:1].isupper() and i > 0 for i, (form, _, _) in enumerate(words)]
    labels = [NO_NAME_OF_OURS if may else NAMES.index("O") for may in other]
    for name in names:
        if name.start not in starts or name.end not in ends:
            raise BadLine(f"mark not on word boundaries: {text[name.start : name.end]!r}")
        first, last = starts[name.start], ends[name.end]
        inside = NAMES.index(f"I-{name.kind}")
        labels[first : last + 1] = [NAMES.index(f"B-{name.kind}")] + [inside] * (last - first)
    return Document(identity, [form for form, _, _ in words], [(0, len(words))], names=labels)


def lines(folder: Path = FOLDER) -> Iterator[tuple[Path, int, str]]:
    """Yield file, line number from 1, and line, file after file by name; no empty lines."""
    for path in sorted(folder.glob("*.txt")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.strip():
                yield path, number, line


def documents(folder: Path = FOLDER) -> Iterator[Document]:
    """Yield every sentence of a folder, its id "file-line"; BadLine at the first that can't be read."""
    for path, number, line in lines(folder):
        yield document(f"{path.stem}-{number}", line)


def faults(folder: Path = FOLDER) -> list[str]:
    """Return "file:line: what is wrong" for each line that can't be read or repeats an earlier one's text."""
    found, seen = [], dict[str, str]()
    for path, number, line in lines(folder):
        where = f"{path.name}:{number}"
        try:
            document(where, line)
            text, _ = unmarked(line)
        except BadLine as error:
            found.append(f"{where}: {error}")
            continue
        if text in seen:
            found.append(f"{where}: repeats {seen[text]}")
        seen.setdefault(text, where)
    return found


def counts(folder: Path = FOLDER) -> dict[str, Counter[str]]:
    """Return for each file how many lines, lines without a name, words, and names of each kind it has."""
    table: dict[str, Counter[str]] = {}
    for path, number, line in lines(folder):
        row = table.setdefault(path.stem, Counter())
        doc = document(f"{path.stem}-{number}", line)
        kinds = [name.kind for name in unmarked(line)[1]]
        row.update(lines=1, nameless=not kinds, words=len(doc.words))
        row.update(kinds)
    return table


def main() -> None:
    """Check (with ``--check``) and count; exit with 1 where there are faults."""
    parser = argparse.ArgumentParser(prog="python -m training.names", description="Sentences about names.")
    parser.add_argument("--check", action="store_true", help="name every faulty line")
    parser.add_argument("--folder", type=Path, default=FOLDER)
    asked = parser.parse_args()
    found = faults(asked.folder) if asked.check else []
    if found:
        raise SystemExit("\n".join(found))
    table = counts(asked.folder)
    columns = ("lines", "nameless", "words", *KINDS)
    print(f"{'file':<24}", *(f"{column:>12}" for column in columns))
    for name, row in [*table.items(), ("all", sum(table.values(), Counter[str]()))]:
        print(f"{name:<24}", *(f"{row[column]:>12}" for column in columns))


if __name__ == "__main__":
    main()
