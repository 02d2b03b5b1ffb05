"""The sample press's measure of speakers, on one small text of our own."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from bench.gold import WrongText, digest
from bench.press import annotated, tally
from bench.report import EXAMPLES
from bench.sources import folded, same_name
from readings import TEXT, full, place

from dragoman.records import Reading


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """Return a folder with TEXT as an article, and one with its gold."""
    press, gold = tmp_path / "press", tmp_path / "gold"
    press.mkdir()
    gold.mkdir()
    (press / "ferry.txt").write_text(TEXT, encoding="utf-8")
    rows = [
        {"document": "ferry.txt", "sha256": digest(TEXT)},
        {"span": list(place("she")), "kind": "pronoun", "actor": "Ana Duval"},
        {"span": list(place("the mayor")), "kind": "nominal", "actor": None},
    ]
    (gold / "ferry.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return press, gold


def _tally(folders: tuple[Path, Path], reading: Reading) -> tuple[dict[str, int], list[str]]:
    counted, told = tally(folders[0], lambda path: reading, folders[1])
    return dict(counted), told


def test_right_speakers(folders: tuple[Path, Path]) -> None:
    """A pronoun given to its person and an unnamed mayor left unnamed are both right."""
    assert _tally(folders, full()) == ({"pronoun right": 1, "nameless right": 1}, [])


def test_the_wrong_person_is_told(folders: tuple[Path, Path]) -> None:
    """Another name is wrong, an unnamed actor is open, and a name for the unnamed is wrong."""
    whole = full()
    other = tuple(replace(a, name="Bo Lind") if a.id == "a1" else a for a in whole.actors)
    assert _tally(folders, replace(whole, actors=other))[0]["pronoun wrong"] == 1
    nobody = tuple(replace(a, name="she", anonymous=True) if a.id == "a1" else a for a in whole.actors)
    assert _tally(folders, replace(whole, actors=nobody))[0]["pronoun open"] == 1
    linked = tuple(replace(a, ref="wikidata:Q1") if a.id == "a2" else a for a in whole.actors)
    counted, told = _tally(folders, replace(whole, actors=linked))
    assert counted["nameless wrong"] == 1 and "the mayor" in told[0]


def test_a_changed_article_is_refused(folders: tuple[Path, Path]) -> None:
    """Offsets hold for the bytes they were counted in, and for no others."""
    (folders[0] / "ferry.txt").write_text(TEXT + " More.", encoding="utf-8")
    with pytest.raises(WrongText):
        list(annotated(*folders))


def test_a_person_in_two_transcriptions() -> None:
    """One letter's difference in a name is the same person; another surname isn't."""
    person = replace(full().actors[0], name="Dmitry Orlov")
    assert same_name("Dmitri Orlov", person)
    assert not same_name("Dmitri Oslev", person)
    assert not same_name("Ivan Orlov", person)


@pytest.mark.parametrize(
    ("name", "actor", "same"),
    [
        ("Iran", "Government of Iran", True),
        ("Iran", "Islamic Republic of Iran", True),
        ("Iran", "Iran Air", False),
        ("The Daily Ferry", "Daily Ferry", True),
        ("José Núñez", "Jose Nunez", True),
        ("Duval", "Ana Duval", False),
    ],
)
def test_when_two_names_are_one(name: str, actor: str, same: bool) -> None:
    """A state is its government; articles and accents don't matter; a part of a name isn't the name."""
    found = replace(full().actors[0], name=actor, kind="other")
    assert same_name(name, found) is same
    assert folded("the U.S.") == "us"


def test_the_annotated_press_is_sound() -> None:
    """Every annotated source of the sample press lies in its article, at the edges of words."""
    assert EXAMPLES.exists()
    for path, text, rows in annotated(EXAMPLES):
        for row in rows:
            phrase = row.span.of(text)
            assert phrase and phrase == phrase.strip(), path.name
            assert not text[row.span.start - 1 : row.span.start].isalnum(), path.name
            assert not text[row.span.end : row.span.end + 1].isalnum(), path.name
