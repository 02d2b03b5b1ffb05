"""Propositions under an issue: poles, parties, a user's own, and what is wrong with a row."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import KnowledgeError
from dragoman.knowledge import Knowledge

OWN = """- id: nile-water
  label: water of the Nile
  keywords: ["Nile & dam*"]
  propositions:
    - id: dam-filled
      label: the dam should be filled
      for: ["fill* & dam"]
      against: ["empt* & dam", "halt* & fill* & dam"]
      party-for: ["dam authority"]
"""


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    """Knowledge with the issue above."""
    path = tmp_path_factory.mktemp("own") / "issues.yaml"
    path.write_text(OWN, encoding="utf-8")
    return Knowledge.load(propositions=path)


@pytest.mark.parametrize(
    ("phrase", "pole"),
    [
        ("the filling of the dam", "for"),
        ("emptying the dam", "against"),
        ("a halt to filling the dam", "against"),
    ],
)
def test_a_phrase_names_a_pole(own: Knowledge, phrase: str, pole: str) -> None:
    """The pole with more of its words in the phrase counts."""
    (found,) = own.propositions_of(phrase)
    assert (found.proposition.id, found.issue.id, found.pole) == ("dam-filled", "nile-water", pole)


def test_a_party_is_the_end_of_a_name_only(own: Knowledge) -> None:
    """Whoever supports a party stands at its pole; a longer phrase about it is not the party."""
    assert [t.pole for t in own.propositions_backed("the new dam authority")] == ["for"]
    assert own.propositions_backed("the dam authority's budget") == ()
    assert own.propositions_backed("the men who once built for the dam authority") == ()


def test_two_wordings_of_one_proposition_of_the_tables() -> None:
    """ "Assad's exit" and "the head of Assad" are one pole, "his staying" once named is the other."""
    knowledge = Knowledge.load()
    for phrase in ("Bashar al-Assad's exit from leadership", "the head of Assad", "Assad must go"):
        assert [(t.proposition.id, t.pole) for t in knowledge.propositions_of(phrase)] == [
            ("assad-leaves", "for")
        ]
    (stay,) = knowledge.propositions_of("Assad staying in power")
    assert stay.pole == "against"


@pytest.mark.parametrize(
    ("old", "new", "line", "problem"),
    [
        ("party-for", "friends", 9, "unknown field 'friends'"),
        ("      label: the dam should be filled\n", "", 5, "no label of a proposition"),
        ('["fill* & dam"]', "fill", 7, "not a list of phrases"),
        ('["fill* & dam"]', '["fill", ""]', 7, "an empty phrase"),
        (
            '      for: ["fill* & dam"]\n      against: ["empt* & dam", "halt* & fill* & dam"]\n',
            "",
            5,
            "a proposition without phrases",
        ),
    ],
)
def test_a_wrong_proposition_is_named(tmp_path: Path, old: str, new: str, line: int, problem: str) -> None:
    """Errors name file, line, what is wrong and what to do."""
    path = tmp_path / "issues.yaml"
    path.write_text(OWN.replace(old, new), encoding="utf-8")
    with pytest.raises(KnowledgeError) as caught:
        Knowledge.load(propositions=path)
    message = str(caught.value)
    assert f"issues.yaml, line {line}: " in message and problem in message and "\n" not in message


@pytest.mark.parametrize(
    ("phrases", "wanted", "pole"),
    [
        (
            ("new sanctions on Iran", "the extension of sanctions against Tehran"),
            "iran-sanctions-lifted",
            "against",
        ),
        (("the lifting of sanctions on Iran", "lifting sanctions on Tehran"), "iran-sanctions-lifted", "for"),
        (("Iran's missile tests", "Tehran's missile programme"), "iran-missiles-tested", "for"),
        (("a federal Syria", "the federalisation of Syria"), "syria-federal", "for"),
        (("a larger NATO", "Montenegro's entry into NATO"), "nato-grows", "for"),
        (("an output freeze", "a freeze of oil output"), "oil-cut", "for"),
        (("the independence of Kosovo", "recognising Kosovo"), "kosovo-recognised", "for"),
        (("a referendum in Western Sahara", "a vote for the Sahrawis"), "sahara-referendum", "for"),
        (("a ban on whaling", "an end to whaling"), "whaling-allowed", "against"),
        (("Maduro must go", "Maduro's departure"), "maduro-leaves", "for"),
        (("the new tariffs on steel", "tariffs on Chinese goods"), "tariffs-imposed", "for"),
        (
            ("the withdrawal of troops from Afghanistan", "the exit from Afghanistan"),
            "afghanistan-troops-leave",
            "for",
        ),
    ],
)
def test_wordings_that_mean_the_same_have_one_key(phrases: tuple[str, ...], wanted: str, pole: str) -> None:
    """What two articles say in words of their own is one proposition of the tables, at one pole."""
    knowledge = Knowledge.load()
    for phrase in phrases:
        assert (wanted, pole) in [(t.proposition.id, t.pole) for t in knowledge.propositions_of(phrase)], (
            phrase
        )


@pytest.mark.parametrize(
    "phrase",
    [
        "the tunnel under the Alps",
        "a missile cruiser",
        "the whales in the bay",
        "Scottish salmon",
        "a swap of prisoners",
    ],
)
def test_other_things_are_no_proposition_of_the_tables(phrase: str) -> None:
    """A phrase that only shares a word with a proposition isn't one."""
    assert Knowledge.load().propositions_of(phrase) == ()


def test_the_tables_hold_many_propositions() -> None:
    """At least sixty propositions, each with a key of its own and a phrase for it."""
    knowledge = Knowledge.load()
    keys = [proposition.id for issue in knowledge.issues for proposition in issue.propositions]
    assert len(keys) == len(set(keys)) >= 60


@pytest.mark.parametrize(
    ("text", "speaks"),
    [
        ("India signed a nuclear deal with the United States.", False),
        ("Iran signed a nuclear deal with six powers.", True),
        ("The Iranian president praised the nuclear deal.", True),
        ("Ethiopia will get access to the sea.", False),
        ("Bolivia asked again for access to the sea.", True),
        ("Libya's use of mustard gas was to be investigated: a chemical attack, said the tribe.", False),
    ],
)
def test_an_issue_of_a_state_is_no_issue_where_nobody_names_that_state(text: str, speaks: bool) -> None:
    """What an issue's phrases leave unsaid must stand somewhere in the article: whose deal, whose sea."""
    of_states = {"iran-nuclear", "bolivia-sea-access", "syria-chemical-weapons"}
    knowledge = Knowledge.load().of_article(text)
    assert bool({touched.issue.id for touched in knowledge.propositions_of(text)} & of_states) == speaks


def test_where_is_a_list_of_names(tmp_path: Path) -> None:
    """A user's own issue can ask for names too; anything but a list is told with its line."""
    path = tmp_path / "issues.yaml"
    path.write_text(OWN.replace("  propositions:", '  where: ["Nile*", "Egypt*"]\n  propositions:'), "utf-8")
    knowledge = Knowledge.load(propositions=path)
    assert knowledge.of_article("Egyptians fear the dam.").propositions_of("the filling of the dam")
    assert not knowledge.of_article("Beavers fear the dam.").propositions_of("the filling of the dam")
    path.write_text(OWN.replace("  propositions:", "  where: Nile\n  propositions:"), "utf-8")
    with pytest.raises(KnowledgeError, match="line 4"):
        Knowledge.load(propositions=path)
