"""Titles, nouns and issues: what words of office, kinds of actors and subjects mean."""

import pytest

from dragoman.knowledge import Knowledge


@pytest.mark.parametrize(
    ("phrase", "office", "state", "former"),
    [
        ("President", "president", None, False),
        ("Russian President", "president", "RUS", False),
        ("the president of Egypt", "president", "EGY", False),
        ("President of the Islamic Republic of Iran", "president", "IRN", False),
        ("President of the Republic of China", "president", "TWN", False),
        ("premier", "prime minister", None, False),
        ("German Chancellor", "prime minister", "DEU", False),
        ("Peru's chancellor", "foreign minister", "PER", False),
        ("British Chancellor", "finance minister", "GBR", False),
        ("U.S. Secretary of State", "foreign minister", "USA", False),
        ("Turkey’s top diplomat", "foreign minister", "TUR", False),
        ("Treasury Secretary", "finance minister", None, False),
        ("acting defence minister", "defence minister", None, False),
        ("former Israeli Prime Minister", "prime minister", "ISR", True),
        ("ex-president", "president", None, True),
        ("White House press secretary", "spokesman of the president", None, False),
        ("minister of foreign affairs", "foreign minister", None, False),
        ("First Deputy Prime Minister", "first deputy prime minister", None, False),
        ("UN Secretary-General", "secretary-general", None, False),
    ],
)
def test_a_title_names_an_office(
    knowledge: Knowledge, phrase: str, office: str, state: str | None, former: bool
) -> None:
    """A title is read with the state it names and with whether it is a past one."""
    assert knowledge.title(phrase) == (office, state, former)
    assert knowledge.office_of_title(phrase) == office


@pytest.mark.parametrize(
    "phrase", ["", "company", "president of the club", "deputy president's cousin", "the Turkish"]
)
def test_other_phrases_name_none(knowledge: Knowledge, phrase: str) -> None:
    """What is no office of state is left alone."""
    assert knowledge.office_of_title(phrase) is None


def test_nouns_stand_for_offices(knowledge: Knowledge) -> None:
    """ "Leader" can be a head of several kinds, "counterpart" says nothing of the office."""
    assert {"president", "prime minister", "supreme leader", "king"} <= set(
        knowledge.offices_of_noun("leader")
    )
    assert knowledge.offices_of_noun("top diplomat")[0] == "foreign minister"
    assert knowledge.offices_of_noun("counterpart") == ()


@pytest.mark.parametrize(
    ("noun", "sector", "kind"),
    [
        ("troops", "MIL", "group"),
        ("police", "COP", "organization"),
        ("senior Omani officials", "GOV", "group"),
        ("a retired general", "MIL", "person"),
        ("lawmakers", "LEG", "group"),
        ("rebel", "REB", "person"),
        ("military analysts", "CVL", "group"),
        ("state news agency", "JRN", "publication"),
        ("doctors", "MED", "group"),
        ("aid agencies", "SOC", "organization"),
        ("gunmen", "UAF", "group"),
        ("counterpart", None, "person"),
    ],
)
def test_nouns_have_sectors(knowledge: Knowledge, noun: str, sector: str | None, kind: str) -> None:
    """A noun phrase takes the sector and kind of its head, after the PLOVER manual."""
    assert knowledge.sector_of_noun(noun) == (sector, kind)


@pytest.mark.parametrize("noun", ["", "table", "yesterday", "the visit"])
def test_other_nouns_have_none(knowledge: Knowledge, noun: str) -> None:
    """Nouns that are no actors have no sector."""
    assert knowledge.sector_of_noun(noun) is None


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("Assad’s departure is no precondition, the envoy said", "assad-future"),
        ("the sanctions that the EU had put on Russian banks", "russia-sanctions"),
        ("a new gas pipeline under the Black Sea", "gas-exports"),
        ("Tehran may enrich uranium to a low grade", "iran-nuclear"),
        ("they would combat terrorism together", "counter-terrorism"),
        ("a free-trade zone by next year", "free-trade"),
        ("thousands of refugees at the border", "refugees"),
        ("the delivery of S-300 systems", "arms-sales"),
    ],
)
def test_a_text_is_about_an_issue(knowledge: Knowledge, text: str, issue: str) -> None:
    """Keywords find an issue whatever the endings, hyphens and possessives."""
    assert issue in knowledge.issues_of(text)


@pytest.mark.parametrize(
    "text",
    ["", "The gasoline station was closed.", "He sanctioned the new bakery.", "A crusade against rust",
     "Russia won three medals", "The minister took a holiday in Vienna."],
)  # fmt: skip
def test_other_texts_are_about_none(knowledge: Knowledge, text: str) -> None:
    """A word that only resembles a keyword is none, and one half of a pair isn't enough."""
    assert knowledge.issues_of(text) == ()
