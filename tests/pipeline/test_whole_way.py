"""From a text to its reading: what must and must not come out, on sentences of our own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading_invariants import check

import dragoman
from dragoman.errors import InputError, KnowledgeError
from dragoman.ingest import sources
from dragoman.knowledge import Knowledge
from dragoman.pipeline import Reader
from dragoman.records import Reading, Statement

PRESS = Path(__file__).parents[2] / "examples" / "press"


def by_cue(reading: Reading, cue: str) -> Statement:
    """Return the one statement whose cue holds a word."""
    found = [s for s in reading.statements if any(cue in c.of(reading.text) for c in s.cue)]
    assert len(found) == 1, [[c.of(reading.text) for c in s.cue] for s in reading.statements]
    return found[0]


def source(reading: Reading, statement: Statement) -> str | None:
    """Return the name of who speaks."""
    return reading.actor(statement.source.actor).name if statement.source else None


def test_pronouns_and_descriptions_lead_to_the_named(reader: Reader) -> None:
    """ "She" and "the minister" are the minister named before them; each span is what it claims."""
    text = (
        "Finance Minister Clara Vento said on Monday that the budget was ready. She added that "
        "taxes would not rise. “We have saved enough,” the minister told reporters."
    )
    reading = dragoman.read(text, reader=reader)
    check(reading)
    assert {source(reading, s) for s in reading.statements if s.parent is None} == {"Clara Vento"}
    assert by_cue(reading, "told").form == "direct"
    assert by_cue(reading, "told").content[0].of(reading.text) == "“We have saved enough,”"


def test_a_quotation_without_a_source_is_nobodys(reader: Reader) -> None:
    """A quotation that stands alone is kept, and not given to the nearest name."""
    text = (
        "The mayor, Tomas Brandt, opened the bridge on Sunday. Thousands came to see it.\n\n"
        "“It will not stand for ten years.”\n\n"
        "The council will meet again in May."
    )
    reading = dragoman.read(text, reader=reader)
    alone = [s for s in reading.statements if "ten years" in s.content[0].of(text)]
    assert len(alone) == 1 and alone[0].source is None


def test_scare_quotes_are_no_statements(reader: Reader) -> None:
    """A word in quotation marks that is part of the author's own sentence says nothing."""
    reading = dragoman.read("The so-called “smart” bins were removed from the park last week.", reader=reader)
    assert reading.statements == ()


def test_chains(reader: Reader) -> None:
    """ "Via" and "the paper's sources" are chains; a speaker named afresh has none."""
    text = (
        "According to the spokesman, Peter Hallow, via Reuters, the ships left at noon. The New York "
        "Times’s sources insist that the ships will return. “I saw nothing,” said Greta Lund, a fisherwoman."
    )
    reading = dragoman.read(text, reader=reader)
    chains = {
        source(reading, s): [reading.actor(link.actor).name for link in s.via]
        for s in reading.statements
        if s.source
    }
    assert chains.get("Peter Hallow") == ["Reuters"]
    assert chains.get("Greta Lund") == []
    assert any(via == ["The New York Times"] for name, via in chains.items() if name and "sources" in name)


def test_nested_statements_have_parents(reader: Reader) -> None:
    """ "Announced that X promised to …" is two statements, the second inside the first."""
    text = "The governor announced that President Lena Ortiz had promised to study the claim."
    reading = dragoman.read(text, reader=reader)
    inner, outer = by_cue(reading, "promised"), by_cue(reading, "announced")
    assert inner.parent == outer.id and outer.parent is None
    assert source(reading, inner) == "Lena Ortiz"


def test_denial_and_rejection(reader: Reader) -> None:
    """Who denies rejects what is denied; "said that X did not" affirms."""
    denied = dragoman.read("The company denied that it had paid the officials.", reader=reader)
    said = dragoman.read("The company said that it had not paid the officials.", reader=reader)
    assert [s.polarity for s in denied.statements] == ["rejects"]
    assert [s.polarity for s in said.statements] == ["affirms"]


def test_anonymous_sources_stay_apart(reader: Reader) -> None:
    """An unnamed official is anonymous, and never the one named beside him."""
    text = "Boris Keller resigned on Friday. A senior official said that the reform would go on."
    reading = dragoman.read(text, reader=reader)
    speaker = reading.actor(by_cue(reading, "said").source.actor)  # type: ignore[union-attr]
    assert speaker.anonymous and "Keller" not in speaker.name


def test_every_sample_article_keeps_the_contract(reader: Reader) -> None:
    """Each article of the sample press is read, finds statements, and holds all invariants."""
    for found in sources(str(PRESS)):
        reading = reader.read(found.article())
        check(reading)
        assert len(reading.statements) >= 3, found.origin


@pytest.mark.parametrize(
    "text",
    [
        "”" * 10_000,
        "He said “yes. " * 500,
        "word " * 20_000,
        "\u202eabc said that \u05d0\u05d1\u05d2 left.\u202c He said so.",
        "e\u0301" * 500 + " said that it rained.",
        "The minister said\r\nthat it rained.\r\n\r\nHe left.",
        "a\ud800b said that it rained in the town.",
    ],
)
def test_odd_texts_are_read_or_refused_in_one_line(reader: Reader, text: str) -> None:
    """Whatever the characters, there is a reading that keeps the contract, or one line that says why not."""
    for verbatim in (True, False):
        try:
            check(dragoman.read(text, verbatim=verbatim, reader=reader))
        except InputError as error:
            assert "\n" not in str(error)


@pytest.mark.parametrize("text", ["", " \n\t", "\x00\x01\x02\x03" * 50])
def test_nothing_to_read_is_said(reader: Reader, text: str) -> None:
    """An empty or binary text is refused."""
    with pytest.raises(InputError):
        dragoman.read(text, reader=reader)


WORDS = (
    "He said that “ ” ‘ ’ \" ' , . Ann Lee denied via it rains — ( ] Reuters according to told \u200f é 😀"
)
PARTS = [*WORDS.split(), "\n\n", "the paper"]


@settings(max_examples=25, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=60).map(" ".join))
def test_invariants_hold_on_any_text(reader: Reader, text: str) -> None:
    """However words and marks are thrown together, the contract holds, and reading again changes nothing."""
    try:
        reading = dragoman.read(text, verbatim=True, reader=reader)
    except InputError:
        return
    check(reading)
    assert dragoman.read(text, verbatim=True, reader=reader) == reading


def test_same_bytes_in_any_process() -> None:
    """Two processes with other hash seeds write the same bytes."""
    article = next(iter(sorted(PRESS.rglob("*.txt"))))
    command = [sys.executable, "-m", "dragoman.cli", "read", "--format", "jsonl", str(article)]
    outputs = [
        subprocess.run(
            command, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    ]
    assert outputs[0] == outputs[1] and outputs[0]


def test_own_actors_count(tmp_path: Path, reader: Reader) -> None:
    """A user's table gives an actor that the built-in ones lack; a wrong row is named by file and line."""
    table = tmp_path / "people.csv"
    table.write_text("name,kind,state,sector\nQuentin Marlowe-Test,person,FRA,GOV\n", encoding="utf-8")
    text = "Quentin Marlowe-Test said that the port would stay open."
    own = Reader(Knowledge.load(table), reader.engine)
    speaker = own.read(dragoman.read(text, reader=reader).article).actors[0]
    assert (speaker.name, speaker.state, speaker.sector) == ("Quentin Marlowe-Test", "FRA", "GOV")
    table.write_text("name,kind,state\nQuentin Marlowe-Test,wizard,FRA\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"people\.csv.*2"):
        Knowledge.load(table)


def test_a_signature_behind_a_quotation_is_its_source(reader: Reader) -> None:
    """A dash and a name that end the paragraph sign a quotation; a clause behind a dash does not."""
    signed = dragoman.read(
        "“The dam will hold.”\n\n— Maria Stahl\n\nThe dam was built in 1961.", reader=reader
    )
    assert [source(signed, s) for s in signed.statements] == ["Maria Stahl"]
    text = "“The dam will hold.”\n\n— so it went on all summer, in every paper of the valley.\n"
    unsigned = dragoman.read(text, reader=reader)
    assert all(s.source is None for s in unsigned.statements if "dam" in s.content[0].of(unsigned.text))
