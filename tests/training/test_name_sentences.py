"""The sentences about names: every line can be read, and faults are told by file and line."""

from __future__ import annotations

import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest
from training.examples import NAMES

from training import names

ROOT = Path(__file__).parents[2]


def labelled(line: str) -> list[tuple[str, str]]:
    """Return the words of a line with their labels."""
    doc = names.document("line", line)
    return [(word, NAMES[label]) for word, label in zip(doc.words, doc.names or [], strict=True)]


def test_marks_become_labels_of_words() -> None:
    """The first word of a name begins it, further ones lie inside, all others are outside."""
    assert labelled("[Maryam Sadeghi|person] left the [Bank of Lindau|organization].") == [
        ("Maryam", "B-person"),
        ("Sadeghi", "I-person"),
        ("left", "O"),
        ("the", "O"),
        ("Bank", "B-organization"),
        ("of", "I-organization"),
        ("Lindau", "I-organization"),
        (".", "O"),
    ]


def test_marks_end_at_clitics_and_hyphens() -> None:
    """The possessive and what a hyphen joins are words of their own, and stay outside."""
    assert labelled("[Graz|place]'s [Linz|place]-based") == [
        ("Graz", "B-place"),
        ("'s", "O"),
        ("Linz", "B-place"),
        ("-", "O"),
        ("based", "O"),
    ]


def test_neighbours_are_two_names() -> None:
    """Two marks in a row begin two names, also without a word between them."""
    assert labelled("[Visby|place] [Ahmad|person]") == [("Visby", "B-place"), ("Ahmad", "B-person")]


def test_names_lie_where_they_are_said_to() -> None:
    """Offsets count in the text without marks."""
    text, found = names.unmarked("In [Oban|place], [Una|person] sang.")
    assert text == "In Oban, Una sang."
    assert [(text[name.start : name.end], name.kind) for name in found] == [
        ("Oban", "place"),
        ("Una", "person"),
    ]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("She saw [Oban|town].", "unknown label 'town'"),
        ("She saw [Oban|place.", "unbalanced '['"),
        ("She saw Oban|place].", "unbalanced '|'"),
        ("She saw [the [Oban|place] ferry|place].", "unbalanced '['"),
        ("She saw [Oban].", "unbalanced '['"),
        ("She saw [ Oban|place].", "space at its ends"),
        ("She saw [|place].", "empty mark"),
        ("She was pro-[Oban|place].", "not on word boundaries: 'Oban'"),
        ("She saw [Ob|place]an.", "not on word boundaries: 'Ob'"),
    ],
)
def test_faults_have_a_file_and_a_line(tmp_path: Path, line: str, fault: str) -> None:
    """Each kind of fault is named, once, with the file and the number of its line."""
    (tmp_path / "mail.txt").write_text(f"All is well.\n\n{line}\n", encoding="utf-8")
    (found,) = names.faults(tmp_path)
    assert found.startswith("mail.txt:3: ") and fault in found


def test_a_sentence_stands_once(tmp_path: Path) -> None:
    """A text that an earlier line has, whatever its marks, is a fault that names both lines."""
    (tmp_path / "a.txt").write_text("Una sang.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("[Una|person] sang.\n", encoding="utf-8")
    assert names.faults(tmp_path) == ["b.txt:1: repeats a.txt:1"]


def test_all_sentences_can_be_read() -> None:
    """No line of the project's own files is faulty, and each document is a paragraph with a label a word."""
    assert names.faults() == []
    for doc in names.documents():
        assert doc.names is not None and len(doc.names) == len(doc.words)
        assert doc.paragraphs == [(0, len(doc.words))]


def test_no_name_is_learned_by_heart() -> None:
    """At most six lines share a name, whatever its capitals; some lines in twenty have none."""
    where = defaultdict(set)
    nameless = total = 0
    for path, number, line in names.lines():
        text, found = names.unmarked(line)
        total, nameless = total + 1, nameless + (not found)
        for name in found:
            where[text[name.start : name.end].lower()].add((path.name, number))
    assert {name: places for name, places in where.items() if len(places) > 6} == {}
    assert 0.05 < nameless / total < 0.12


def test_check_is_a_command(tmp_path: Path) -> None:
    """``--check`` prints counts and succeeds, or names the fault and fails; torch isn't needed for it."""
    code = "import sys; sys.modules['torch'] = None; from training.names import main; main()"
    (tmp_path / "web.txt").write_text("[una|person] sang in [oban|place]\n", encoding="utf-8")
    command = [sys.executable, "-c", code, "--check", "--folder", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[1].split() == ["web", "1", "0", "4", "1", "0", "1"]
    (tmp_path / "web.txt").write_text("[una|singer] sang\n", encoding="utf-8")
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 1 and "web.txt:1: unknown label 'singer'" in done.stderr
