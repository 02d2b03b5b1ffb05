"""The story of two states: what it holds, what it opens to, and what it must leave out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.sample_reading import sample_reading, span

from dragoman.between import Between, between
from dragoman.chronicle import Chronicle, chronicle
from dragoman.cli import chronicle_told, cli
from dragoman.layering import Layers
from dragoman.records import Actor, Event
from dragoman.show.deed_words import deed_words
from dragoman.store import Store, open_store


@pytest.fixture
def found(press_store: Store) -> Between:
    """Return what the sample press tells of Russia and Iran."""
    return between(press_store, "Russia", "Iran")


@pytest.fixture
def story(press_store: Store, found: Between) -> Chronicle:
    """Return the story of Russia and Iran in the sample press."""
    return chronicle(press_store, found)


def test_every_deed_opens_to_its_characters(press_store: Store, story: Chronicle) -> None:
    """Each telling's span holds words of its article, and the first telling's are the deed's own."""
    assert story.deeds
    for deed in story.deeds:
        texts = [press_store.load(teller.document).text[teller.start : teller.end] for teller in deed.tellers]
        assert texts and all(text.strip() for text in texts)
        assert deed.text and " ".join(deed.text.split()) in {" ".join(text.split()) for text in texts}


def test_deeds_come_by_day_and_years_count_them(found: Between, story: Chronicle) -> None:
    """All acts of the two are there, in the order of days; what did not happen is counted apart."""
    assert [deed.day for deed in story.deeds] == sorted(deed.day for deed in story.deeds)
    assert {deed.id for deed in story.deeds} == {act.id for act in found.acts}
    for year in story.years:
        own = [deed for deed in story.deeds if deed.day.year == year.year]
        assert year.cooperative == sum(deed.happened and deed.sign > 0 for deed in own)
        assert year.hostile == sum(deed.happened and deed.sign < 0 for deed in own)
        assert year.neutral == sum(deed.happened and deed.sign == 0 for deed in own)
        assert year.open == sum(not deed.happened for deed in own)


def test_a_teller_names_those_through_whom_the_word_came(tmp_path: Path) -> None:
    """The chain of a telling is that of the statement in which the act stands; the terminal names it behind
    the speaker."""
    host = Actor("a5", "Iran", "state", "IRN", None, None, None, False, (), (span("minister"),))
    held = span("“a new round” of talks")
    act = Event("e1", "CONSULT", None, (), ("a1",), ("a5",), held, held, None, None, "planned", (), "s1", 0.9)
    made = sample_reading()
    with open_store(str(tmp_path / "made.sqlite"), create=True) as store:
        store.add(replace(made, actors=(*made.actors, host), events=(act,)))
        Layers(store).bring_in()
        story = chronicle(store, between(store, "Russia", "Iran"))
    (deed,) = story.deeds
    assert [(one.speaker, one.via) for one in deed.tellers] == [("Mira Sampleova", ("Specimen Wire",))]
    told = "\n".join(chronicle_told.story(story, ("Iran", "Russia"), ("IRN", "RUS")))
    assert "told by Sample Gazette, on the word of Mira Sampleova, via Specimen Wire" in told


def test_an_axis_rises_in_weeks_with_deeds_of_its_sign(story: Chronicle) -> None:
    """A week is named only where deeds of that week can have raised the axis: kind ones, or hostile ones."""
    by_id = {deed.id: deed for deed in story.deeds}
    assert {turn.axis for turn in story.turns} == {"engagement", "enmity"}
    for turn in story.turns:
        assert turn.rise > 0 and turn.deeds
        for deed in (by_id[one] for one in turn.deeds):
            assert deed.happened and deed.sign == (1 if turn.axis == "engagement" else -1)
            assert 0 <= (deed.day - turn.week).days < 7


def test_what_is_said_is_about_both_or_by_one_of_the_other(press_store: Store, found: Between) -> None:
    """Each statement names both states, as source or as who it is about; a copy's words are quoted once."""
    story = chronicle(press_store, found, said=1000)
    assert {one.source_state for one in story.voices} & {"RUS", "IRN"}
    assert len({(one.source, one.text) for one in story.voices}) == len(story.voices)
    for one in story.voices:
        reading = press_store.load(one.document)
        about = {actor.state for actor in reading.actors if actor.name in one.about}
        assert {"RUS", "IRN"} <= {one.source_state, *about}


def test_a_bound_keeps_the_latest(press_store: Store, found: Between, story: Chronicle) -> None:
    """Of more deeds and statements than asked for the latest stay; the years count all."""
    short = chronicle(press_store, found, most=3, said=2)
    assert short.deeds == story.deeds[-3:] and short.voices == story.voices[-2:]
    assert short.left_out == len(story.deeds) - 3 and short.years == story.years


def test_a_day_and_an_issue_hold_for_the_story_too(press_store: Store) -> None:
    """Nothing told later than the last day is in the story, and nothing on another issue than asked."""
    until = date(2015, 6, 30)
    early = chronicle(press_store, between(press_store, "RUS", "IRN", until=until), until=until)
    assert early.deeds and all(deed.day <= until for deed in early.deeds)
    assert early.voices and all(one.published and one.published <= until for one in early.voices)
    on = between(press_store, "RUS", "IRN", issue="arms-sales")
    narrow = chronicle(press_store, on, issue="arms-sales")
    assert narrow.deeds and all("arms" in " ".join(deed.issues) for deed in narrow.deeds)
    assert all("arms-sales" in one.issues for one in narrow.voices)


def test_the_story_stands_in_the_terminal_and_in_json(press_path: Path) -> None:
    """The eye reads deeds in plain words, who tells of them and what is said; --json has the same story."""
    asked = ["between", "Russia", "Iran", "--store", str(press_path)]
    told = CliRunner().invoke(cli, asked).stdout
    for words in ("What they did, and who tells of it", "told by", "What is said of the two", "by others"):
        assert words in told
    assert '"story": {"years"' in CliRunner().invoke(cli, [*asked, "--json"]).stdout


def test_a_pair_without_acts_has_an_empty_story(press_store: Store) -> None:
    """Two states that no article brings together have no deeds, no years and no words."""
    empty = chronicle(press_store, between(press_store, "Peru", "Chad"))
    assert empty == Chronicle((), (), (), 0, ())


def test_codes_are_called_by_plain_words() -> None:
    """A mode has its own words where a reader calls it by another name, else those of its type."""
    assert deed_words("CONSULT", "visit") == "visit" and deed_words("CONSULT", "multilateral") == "talks"
    assert deed_words("ASSAULT", "aerial") == deed_words("ASSAULT") == "attack"
