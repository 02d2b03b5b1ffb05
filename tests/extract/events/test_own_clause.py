"""Days and figures of an act's own clause."""

from __future__ import annotations

import pytest

from dragoman import Reader
from dragoman.ingest import article_from_text
from dragoman.records import EventType, Reading


@pytest.fixture(scope="module")
def reader() -> Reader:
    """One reader for all sentences."""
    return Reader()


def told(reading: Reading, kind: EventType) -> tuple[bool, int]:
    """Say of the act of a type whether it has a day, and how many figures."""
    (event,) = (e for e in reading.events if e.type == kind)
    return event.date is not None, len(event.quantities)


def test_what_a_relative_clause_tells_is_its_own(reader: Reader) -> None:
    """Those killed, and when, belong to the killing, not to the talks that the killers' state broke off."""
    text = "The rebels, who killed 14 soldiers on 3 May 2019, criticized the government of Chad."
    reading = reader.read(article_from_text(text, verbatim=True))
    assert told(reading, "ASSAULT") == (True, 1)
    assert told(reading, "ACCUSE") == (False, 0)


def test_figures_of_the_act_itself_stay(reader: Reader) -> None:
    """A figure that its own object or adverbial holds is the act's, and so is its day."""
    text = "Russian troops killed 14 rebels in Syria on 3 May 2019."
    assert told(reader.read(article_from_text(text, verbatim=True)), "ASSAULT") == (True, 1)


def test_what_stands_behind_another_verb_is_not_the_acts(reader: Reader) -> None:
    """Of two verbs joined by "and" each has the day and the figures that stand at it."""
    text = "Rebels freed two policemen on 3 May 2019 and killed a mayor on 5 May 2019."
    events = {e.type: e for e in reader.read(article_from_text(text, verbatim=True)).events}
    dates = reader.read(article_from_text(text, verbatim=True)).dates
    assert events["ASSAULT"].quantities == ()
    assert events["ASSAULT"].date == dates[1].id
    assert events["RETREAT"].date == dates[0].id


def test_how_many_tell_of_an_act_is_no_figure_of_it(reader: Reader) -> None:
    """ "According to two officials" counts those who say so, not what was done."""
    text = "Russian troops killed 14 rebels in Syria, according to two officials."
    assert told(reader.read(article_from_text(text, verbatim=True)), "ASSAULT")[1] == 1
