"""Phrases that the engine links to an act: whom they name, and what only says more of one of them."""

from __future__ import annotations

import pytest

from analysis_table import analysis_from_table
from dragoman import Reader
from dragoman.extract.ground import Ground
from dragoman.extract.linked import named_by, told_of
from dragoman.ingest import article_from_text
from dragoman.records import PhraseSpan, Span


@pytest.fixture(scope="module")
def reader() -> Reader:
    """One reader for all sentences."""
    return Reader()


def ground_of(reader: Reader, text: str) -> Ground:
    """Return a sentence's analysis with the tables."""
    return Ground.of(reader.engine.analyze(article_from_text(text, verbatim=True)), reader.knowledge)


def words_of(ground: Ground, text: str, part: str) -> range:
    """Return the words of a part of a text."""
    return ground.analysis.words_in(Span(text.index(part), text.index(part) + len(part)))


@pytest.mark.parametrize(
    ("text", "linked", "named"),
    [
        ("Peru's foreign minister, Ana Solar, met the envoy.", ["Peru", "Ana Solar"], ["Ana Solar"]),
        ("The head of the African Union, Ana Solar, called for calm.", ["African Union", "Ana Solar"],
         ["Ana Solar"]),
        ("Militants linked to the Taliban killed a clerk.", ["Militants", "Taliban"], ["Militants"]),
        ("Peru and Chile met the envoy.", ["Peru", "Chile"], ["Peru", "Chile"]),
        ("Talks between Peru and Chile failed.", ["Peru", "Chile"], ["Peru", "Chile"]),
    ],
)  # fmt: skip
def test_who_is_only_said_to_belong_to_another_does_not_act(
    reader: Reader, text: str, linked: list[str], named: list[str]
) -> None:
    """Whose minister somebody is doesn't act beside him; those joined by "and" do, each."""
    ground = ground_of(reader, text)
    places = [words_of(ground, text, part) for part in linked]
    found = named_by(ground, [PhraseSpan(p.start, p.stop, 0.9) for p in places])
    heads = {ground.analysis.words[i].text for i in found}
    assert heads == {part.split()[-1] if part != "Ana Solar" else heads_name(heads) for part in named}


def heads_name(heads: set[str]) -> str:
    """Either word of the name may be its head."""
    return "Ana" if "Ana" in heads else "Solar"


def test_an_apposition_names_nobody_acted_on(reader: Reader) -> None:
    """Of "Peru, an ally of Chile, called …" Chile says more of Peru: it is nobody whom Peru called."""
    text = "Peru, an old ally of Chile, called for talks with Spain."
    ground = ground_of(reader, text)
    peru, chile, spain = (words_of(ground, text, part).start for part in ("Peru", "Chile", "Spain"))
    assert told_of(ground, {chile, spain}, {peru}) == {chile}


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Guyana rejected a Venezuelan plan to hold a referendum.", "VEN"),
        ("Peru rejected the Chilean offer to mediate.", "CHL"),
    ],
)
def test_an_adjective_of_a_state_stands_for_it(reader: Reader, text: str, state: str) -> None:
    """Whose plan is rejected is acted on: the state itself, not somebody from there."""
    reading = reader.read(article_from_text(text, verbatim=True))
    met = [reading.actor(who) for event in reading.events for who in event.recipients]
    assert all((actor.kind, actor.state) == ("state", state) for actor in met if actor.state == state)
    assert state in {actor.state for actor in met}


def test_the_outcome_of_a_vote_names_nobody(reader: Reader) -> None:
    """The figures of "27 - 0" are nobody; those of "killed 14" are people."""
    text = "Peru voted 27 - 0 ."
    table = """
Peru PROPN 2 nsubj
voted VERB 0 root vote
27 NUM 2 obj
- PUNCT 5 punct
0 NUM 3 nummod
. PUNCT 2 punct
"""
    ground = Ground.of(analysis_from_table(text, table), reader.knowledge)
    assert named_by(ground, [PhraseSpan(2, 3, 0.9)]) == {}
    killed = "Peru killed 14 ."
    counted = """
Peru PROPN 2 nsubj
killed VERB 0 root kill
14 NUM 2 obj
. PUNCT 2 punct
"""
    ground = Ground.of(analysis_from_table(killed, counted), reader.knowledge)
    assert set(named_by(ground, [PhraseSpan(2, 3, 0.9)])) == {2}
