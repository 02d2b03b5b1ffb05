"""Lookups: what a surface form may name as of a date, and what it must not."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.knowledge import Knowledge
from dragoman.knowledge.fold import fold
from dragoman.names.sounds import skeleton

IN_2014 = date(2014, 6, 30)
IN_2016 = date(2016, 8, 1)


@pytest.mark.parametrize(
    ("surface", "name", "matched_as"),
    [
        ("United States", "United States", "name"),
        ("US", "United States", "abbreviation"),
        ("U.S.", "United States", "abbreviation"),
        ("the U.S.’s", "United States", "abbreviation"),
        ("Russian Federation", "Russia", "alias"),
        ("Moscow", "Russia", "capital"),
        ("Kiev", "Ukraine", "capital"),
        ("Kyiv", "Ukraine", "capital"),
        ("Kremlin", "Kremlin", "seat"),
        ("the White House", "White House", "seat"),
        ("Pentagon", "United States Department of Defense", "seat"),
        ("Iranians", "Iran", "demonym"),
        ("Nato", "North Atlantic Treaty Organization", "abbreviation"),
        ("NATO", "North Atlantic Treaty Organization", "abbreviation"),
        ("Daesh", "Islamic State", "alias"),
        ("Revolutionary Guards", "Islamic Revolutionary Guard Corps", "alias"),
        ("Wall Street Journal", "The Wall Street Journal", "name"),
        ("Itar-Tass", "TASS", "alias"),
        ("Al-Jazeera", "Al Jazeera", "name"),
        ("EEU", "Eurasian Economic Union", "abbreviation"),
        ("Vladimir Putin", "Vladimir Putin", "name"),
        ("Recep Tayyip Erdogan", "Recep Tayyip Erdoğan", "name"),
        ("Putin's", "Vladimir Putin", "surname"),
        ("al-Assad", "Bashar al-Assad", "surname"),
        ("Bashar Assad", "Bashar al-Assad", "alias"),
        ("Nicolas Maduro", "Nicolás Maduro", "name"),
        ("Donald J. Trump", "Donald Trump", "alias"),
        ("Mohamed Javad Zareef", "Mohammad Javad Zarif", "spelling"),
        ("Sergey Lavrow", "Sergey Lavrov", "spelling"),
    ],
)
def test_a_form_names(knowledge: Knowledge, surface: str, name: str, matched_as: str) -> None:
    """The best candidate of a form is the entity that a reader of 2014 takes it for."""
    best = knowledge.lookup(surface, IN_2014)[0]
    assert (best.entity.name, best.matched_as) == (name, matched_as)
    assert best.confidence >= 0.5


@pytest.mark.parametrize(
    "surface",
    ["us", "Us", "it", "who", "turkey", "may", "moscow", "polish", "apple", "is", "an", "John Smithers",
     "Ranj Paulai", "Ly Qeng Kang",
     "", " ", "’s", "...", "Prime Minister", "the President", "President Nobody", "Mr. Unheardof"],
)  # fmt: skip
def test_a_form_names_nothing(knowledge: Knowledge, surface: str) -> None:
    """Words without a capital, pronouns, bare titles and strangers are nobody."""
    assert knowledge.lookup(surface, IN_2016) == ()


@pytest.mark.parametrize(
    "surface", ["May", "Price", "Sessions", "Rice", "Kim", "Johnson", "Georgia", "Jordan", "Chad"]
)
def test_common_words_and_crowded_names_stay_doubtful(knowledge: Knowledge, surface: str) -> None:
    """A surname or country that is also a common word or name never links by itself."""
    assert all(found.confidence < 0.5 for found in knowledge.lookup(surface, IN_2016))


@pytest.mark.parametrize(
    ("surface", "name"), [("The Economist", "The Economist"), ("the Guardian", "The Guardian")]
)
def test_an_article_makes_a_title_of_a_word(knowledge: Knowledge, surface: str, name: str) -> None:
    """ "The Economist" is the weekly; a bare "Economist" at the head of a sentence may be anybody."""
    assert knowledge.lookup(surface)[0].entity.name == name
    assert knowledge.lookup(surface)[0].confidence > 0.9
    assert knowledge.lookup(surface.split()[1])[0].confidence < 0.5


def test_a_homonym_is_weighed_by_date_and_title(knowledge: Knowledge) -> None:
    """A title before the name decides between bearers of it, as of the date."""
    assert names(knowledge, "Clinton", IN_2016)[0] == "Hillary Clinton"
    assert names(knowledge, "President Clinton", IN_2016)[0] == "Bill Clinton"
    assert names(knowledge, "President Bush", date(2005, 5, 1))[0] == "George W. Bush"
    assert names(knowledge, "President Bush", date(1990, 5, 1))[0] == "George H.W. Bush"
    assert names(knowledge, "Prime Minister Sharif", date(2015, 5, 1))[0] == "Nawaz Sharif"
    assert len(names(knowledge, "Clinton", IN_2016)) > 1


def test_a_held_title_makes_a_surname_sure(knowledge: Knowledge) -> None:
    """Title, state and date together are nearly proof; a title never held speaks against a person."""
    held = knowledge.lookup("Turkish Prime Minister Davutoglu", date(2015, 5, 1))[0]
    assert held.confidence > 0.9 and held.entity.name == "Ahmet Davutoğlu"
    supreme = knowledge.lookup("Iran’s Supreme Leader Ayatollah Khamenei", IN_2014)[0]
    assert (supreme.entity.name, supreme.confidence) == ("Ali Khamenei", 0.96)
    assert knowledge.lookup("Finnish President Davutoglu", date(2015, 5, 1))[0].confidence < 0.5


def test_a_namesake_of_another_time_is_doubted(knowledge: Knowledge) -> None:
    """Someone who came to office years after the article is no sure match even by the whole name."""
    assert knowledge.lookup("Mike Johnson", date(2013, 1, 1))[0].confidence < 0.6


def test_offices_as_of_a_date(knowledge: Knowledge) -> None:
    """Holders and tenures follow the calendar."""
    assert [e.name for e in knowledge.holders("president", "IRN", date(2013, 8, 2))] == [
        "Mahmoud Ahmadinejad"
    ]
    assert [e.name for e in knowledge.holders("president", "IRN", date(2013, 8, 3))] == ["Hassan Rouhani"]
    assert [e.name for e in knowledge.holders("foreign minister", "USA", IN_2014)] == ["John Kerry"]
    assert [e.name for e in knowledge.holders("secretary-general", "wikidata:Q1065", IN_2014)] == [
        "Ban Ki-moon"
    ]
    kerry = knowledge.lookup("John Kerry")[0].entity.key
    assert [t.title for t in knowledge.tenures(kerry, IN_2014)] == ["Secretary of State"]
    assert len(knowledge.tenures(kerry)) > 1
    assert knowledge.holders("president", "GBR", IN_2014) == ()


def test_states_by_word(knowledge: Knowledge) -> None:
    """Names, adjectives and peoples lead to a state; lower case and shared words do not."""
    words = {"Russian": "RUS", "Russians": "RUS", "Venezuelan": "VEN", "French": "FRA", "Saudi": "SAU",
             "Soviet": "SUN", "Dutch": "NLD", "Turks": "TUR", "South Korean": "KOR"}  # fmt: skip
    assert {word: knowledge.state_of(word) for word in words} == words
    assert [knowledge.state_of(word) for word in ("polish", "us", "Us", "Congolese", "Moscow", "West")] == [
        None
    ] * 6
    state = knowledge.state_entity("IRN")
    assert state is not None and state.ref == "wikidata:Q794" and knowledge.state_entity("XYZ") is None


@given(st.text(max_size=40))
def test_no_form_breaks_a_lookup(knowledge: Knowledge, text: str) -> None:
    """Any characters at all give candidates best first, each with a confidence between 0 and 1."""
    found = [candidate.confidence for candidate in knowledge.lookup(text, IN_2016)]
    assert found == sorted(found, reverse=True) and all(0 <= confidence <= 1 for confidence in found)
    knowledge.state_of(text), knowledge.title(text), knowledge.sector_of_noun(text), knowledge.issues_of(text)


@given(st.text(max_size=40))
def test_folding_folds_once(text: str) -> None:
    """A folded form is plain lower-case ASCII with single spaces; skeletons never fail on it."""
    folded = fold(text)
    assert folded.isascii() and folded == " ".join(folded.lower().split())
    skeleton(folded)


def names(knowledge: Knowledge, surface: str, on: date) -> list[str]:
    """The names of the candidates, best first."""
    return [candidate.entity.name for candidate in knowledge.lookup(surface, on)]
