"""Whose an actor is, and in what sector, by the words of its phrase alone."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.extract.actors import find_actors
from dragoman.ingest import article_from_text
from dragoman.pipeline import Reader
from dragoman.records import Actor, Span


@pytest.fixture(scope="module")
def reader() -> Reader:
    """Return a reader with the shipped tables."""
    return Reader()


def actor_of(reader: Reader, marked: str, published: str = "2014-05-05") -> Actor:
    """Return the actor that the phrase in brackets is given."""
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    article = article_from_text(text, verbatim=True, published=date.fromisoformat(published))
    index = find_actors(article, reader.engine.analyze(article), reader.knowledge, (), [Span(start, end)])
    return next(actor for actor in index.actors if actor.id == index.by_span[Span(start, end)])


@pytest.mark.parametrize(
    ("marked", "state", "sector"),
    [
        ("[Ghana's electoral commission] postponed the count.", "GHA", "GOV"),
        ("[Magistrates in Naples] froze the accounts.", "ITA", "JUD"),
        ("[The mayor of Gothenburg] opened the tram line.", "SWE", "GOV"),
        ("[Lecturers at the University of Nairobi] stayed away.", "KEN", "EDU"),
        ("[Police in Harare] blocked the road to the airport.", "ZWE", "COP"),
        ("[A Rotterdam-based shipping firm] reported the loss.", "NLD", "BUS"),
        ("[Bavarian dairy farmers] emptied their tanks.", "DEU", "AGR"),
        ("[Inhabitants of Quebec] waited for the thaw.", "CAN", None),
    ],
)
def test_a_place_in_the_phrase_gives_the_state(
    reader: Reader, marked: str, state: str, sector: str | None
) -> None:
    """Owners, adjectives, "of", "from", "at" and for those at home somewhere "in" tell whose they are."""
    found = actor_of(reader, marked)
    assert found.state == state
    assert sector is None or found.sector == sector


@pytest.mark.parametrize(
    ("marked", "state"),
    [
        ("[A Danish reporter in Nairobi] filmed the fire.", "DNK"),
        ("[The Peruvian ambassador in Madrid] handed over a note.", "PER"),
        ("[Soldiers in Afghanistan] dug trenches.", None),
        ("[A pro-Russian blogger] called the crowd to the square.", None),
        ("[Critics of China] held a vigil.", None),
        ("[An Iran expert] saw little new.", None),
        ("[Ethnic Albanian villagers] fled over the hills.", None),
    ],
)
def test_where_somebody_stands_is_not_whose_he_is(reader: Reader, marked: str, state: str | None) -> None:
    """Envoys, troops and reporters come from elsewhere; a stance, a topic or a descent is no state."""
    assert actor_of(reader, marked).state == state


@pytest.mark.parametrize(
    ("marked", "state", "sector"),
    [
        ("[NATO officials] asked for more ships.", None, "IGO"),
        ("[MI5 officers] watched the flat.", "GBR", "SPY"),
        ("[PKK fighters] crossed the pass.", "TUR", "REB"),
        ("[The World Bank's president] resigned.", None, "IGO"),
    ],
)
def test_the_staff_of_a_body_have_its_code(
    reader: Reader, marked: str, state: str | None, sector: str
) -> None:
    """A body beyond states gives its code, another body its state and its sector."""
    found = actor_of(reader, marked)
    assert (found.state, found.sector) == (state, sector)


@pytest.mark.parametrize(
    ("marked", "state", "sector"),
    [
        ("[The Bank of Ghana] raised its rate.", "GHA", "BUS"),
        ("[The Lagos Chamber of Commerce] warned of shortages.", "NGA", None),
        ("[The Botswana Democratic Party] held its congress.", "BWA", "PTY"),
        ("[Norway's Labour Party] chose a new leader.", "NOR", "PTY"),
    ],
)
def test_a_body_tells_by_its_own_name(reader: Reader, marked: str, state: str, sector: str | None) -> None:
    """Country, people or city in a name give the state, its head the sector; never another state's body."""
    found = actor_of(reader, marked)
    assert found.state == state
    assert sector is None or found.sector == sector


@pytest.mark.parametrize(
    ("marked", "published", "name"),
    [
        ("[General Motors] recalled a million vans.", "2014-05-05", "General Motors"),
        ("[The News of the World] was shut after the hearings.", "2011-07-10", "News of the World"),
        ("[The Justice Department] opened an inquiry into the bank.", "2014-05-05", None),
    ],
)
def test_a_known_name_is_taken_whole(reader: Reader, marked: str, published: str, name: str | None) -> None:
    """A name of the tables of two words or more is one name, whatever the engine made of its parts."""
    found = actor_of(reader, marked, published)
    assert found.state in ("USA", "GBR") and found.kind != "person"
    assert name is None or found.name == name


def test_a_capital_without_a_person_is_a_state(reader: Reader) -> None:
    """A lone capital that the engine takes for a person is the state, but not with a title before it."""
    assert actor_of(reader, "[Damascus] called the report a fabrication.").state == "SYR"
    assert actor_of(reader, "[Mr Paris] called the report a fabrication.").kind == "person"


def test_a_seat_is_the_executive_and_a_capital_the_state(reader: Reader) -> None:
    """The Kremlin is GOV; Moscow may be more than the executive, so its sector is left open."""
    seat, capital = actor_of(reader, "[The Kremlin] agreed."), actor_of(reader, "[Moscow] agreed to it.")
    assert (seat.state, seat.sector) == ("RUS", "GOV")
    assert (capital.state, capital.sector) == ("RUS", None)


def test_who_left_office_long_ago_is_a_civilian(reader: Reader) -> None:
    """Two months after the last office that the tables know, a person of the executive is CVL."""
    text = "[Ollanta Humala] gave a lecture in the capital."
    assert actor_of(reader, text, "2013-03-03").sector == "GOV"
    assert actor_of(reader, text, "2019-03-03").sector == "CVL"
