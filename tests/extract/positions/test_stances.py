"""Sentences of our own, read with the packaged model: where somebody stands, and where nobody does."""

from __future__ import annotations

import pytest

import dragoman

LEAVES = "Bashar al-Assad should leave power"
WHOLE = "Syria's territorial integrity should be preserved"
LIFTED = "the sanctions on Russia should be lifted"


def stances(text: str) -> list[tuple[str, str, str]]:
    """Return actor, stance and proposition of each position of a text."""
    reading = dragoman.read(text, verbatim=True, published="2015-11-24")
    return [(reading.actor(p.actor).name, p.stance, p.proposition) for p in reading.positions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Turkey supports Assad's exit.", [("Turkey", "for", LEAVES)]),
        ("Iran opposes the departure of Bashar al-Assad.", [("Iran", "against", LEAVES)]),
        ("Moscow backs Assad.", [("Russia", "against", LEAVES)]),
        ("France demands that Assad step down.", [("France", "for", LEAVES)]),
        ("Iran insists that Assad must stay.", [("Iran", "against", LEAVES)]),
        ("Iran is categorically against Assad's departure.", [("Iran", "against", LEAVES)]),
        ("Saudi Arabia is in favour of removing Assad.", [("Saudi Arabia", "for", LEAVES)]),
        ("Russia rejects any partition of Syria.", [("Russia", "for", WHOLE)]),
        ("Germany called for the lifting of sanctions on Russia.", [("Germany", "for", LIFTED)]),
        ("Poland is opposed to lifting the sanctions on Russia.", [("Poland", "against", LIFTED)]),
        ("Lithuania expressed its support for sanctions on Russia.", [("Lithuania", "against", LIFTED)]),
        ("Hungary voiced opposition to the sanctions on Russia.", [("Hungary", "for", LIFTED)]),
        ("Italy wants the sanctions on Russia to be lifted.", [("Italy", "for", LIFTED)]),
        (
            "The lifting of sanctions on Russia was welcomed by Austria.",
            [("Austria", "for", LIFTED)],
        ),
        (
            "Greece and Cyprus oppose the sanctions on Russia.",
            [("Greece", "for", LIFTED), ("Cyprus", "for", LIFTED)],
        ),
        ("Norway supports the ban on cluster bombs.", [("Norway", "for", "ban on cluster bombs")]),
    ],
)  # fmt: skip
def test_a_stance_on_a_known_or_open_proposition(text: str, expected: list[tuple[str, str, str]]) -> None:
    """The stance is counted towards the proposition, whichever of its poles the text names."""
    assert stances(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Turkey does not support Assad's exit.", "against"),
        ("Turkey does not oppose Assad's exit.", "for"),
        ("Turkey refused to accept Assad's exit.", "against"),
        ("Turkey never backed Assad.", "for"),
        ("Turkey did not agree that Assad should go.", "against"),
        ("Turkey took no position on Assad's exit.", "neutral"),
    ],
)
def test_denials_turn_a_stance_round(text: str, expected: str) -> None:
    """A denied verb of support is against, a denied verb of refusal is for, two denials cancel out."""
    assert stances(text) == [("Turkey", expected, LEAVES)]


@pytest.mark.parametrize(
    "text",
    [
        "Turkey did not reject Assad's exit.",
        "Turkey did not demand Assad's exit.",
        "If Turkey supports Assad's exit, talks can begin.",
        "Does Turkey support Assad's exit?",
        "Turkey was asked to support Assad's exit.",
        "Turkey should support Assad's exit.",
        "Washington forced Turkey to stop supporting Assad.",
        "Turkey no longer supports Assad's exit.",
        "Turkey discussed Assad's exit with Iran.",
        "Assad's exit took place in March.",
        "The minister praised the king of Jordan.",
        "Merkel welcomed Hollande at the airport.",
        "The bridge is supported by two pillars.",
        "Iran supports Hezbollah.",
        "The spokesman rejected the report about the talks.",
        "The army captured the town after a long battle.",
        "The scarf is against the window.",
        "The ministry insists that the aircraft never left the airspace.",
        "The company supports him.",
        "Some senators declined to comment, not wanting to alienate the voters.",
        "Clinton supports 27 percent.",
        "Norway accused Iran of demanding that the wounded be evacuated.",
    ],
)
def test_no_stance(text: str) -> None:
    """Reports, deeds, praise, questions, suppositions and what others want of somebody are no positions."""
    assert stances(text) == []


def one(text: str) -> tuple[str, str, str, str | None, str]:
    """Return actor, stance, firmness, condition and leaning of the only position on Assad's fate."""
    reading = dragoman.read(text, verbatim=True, published="2015-11-24")
    (found,) = [p for p in reading.positions if p.proposition == LEAVES]
    condition = found.condition.of(text) if found.condition else None
    return reading.actor(found.actor).name, found.stance, found.firmness, condition, found.leaning or ""


@pytest.mark.parametrize(
    ("text", "condition", "leaning"),
    [
        ("Russia supports Assad's exit if the army stays whole.", "if the army stays whole", "for"),
        (
            "Russia is ready to accept Assad's departure, provided that elections are held.",
            "provided that elections are held",
            "for",
        ),
        ("Russia opposes Assad's exit unless elections are held.", "unless elections are held", "against"),
        ("Russia will accept Assad's exit only after a vote.", "only after a vote", "for"),
        (
            "If it becomes clear that the war goes on, Russia would support Assad's exit.",
            "If it becomes clear that the war goes on",
            "for",
        ),
    ],
)
def test_a_condition_makes_a_stance_conditional(text: str, condition: str, leaning: str) -> None:
    """The condition is the clause that its mark begins, and the side that it opens is told."""
    actor, stance, _, found, side = one(text)
    assert (actor, stance, found, side) == ("Russia", "conditional", condition, leaning)


@pytest.mark.parametrize(
    ("text", "firmness"),
    [
        ("Iran categorically opposes Assad's exit.", "firm"),
        ("Iran will never accept Assad's exit.", "firm"),
        ("Iran insists on Assad's exit.", "firm"),
        ("Iran opposes Assad's exit.", "plain"),
        ("Iran might accept Assad's exit.", "hedged"),
        ("Iran supports Assad's exit in principle.", "hedged"),
    ],
)
def test_firmness(text: str, firmness: str) -> None:
    """Adverbs and auxiliaries make a stance firm or hedged, and some verbs are firm by themselves."""
    assert one(text)[2] == firmness


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Turkey supports Assad's exit. Iran is categorically against this.",
            [("Turkey", "for", LEAVES), ("Iran", "against", LEAVES)],
        ),
        (
            "Turkey opposes Assad's exit. Qatar supports it.",
            [("Turkey", "against", LEAVES), ("Qatar", "for", LEAVES)],
        ),
        ("Turkey opposes Assad's exit. Qatar supports this.", [("Turkey", "against", LEAVES)]),
        ("The weather in Geneva was fine. Iran is against this.", []),
        (
            "“We could have the head of Assad,” he said. “But Iran will never agree.”",
            [("Iran", "against", LEAVES)],
        ),
    ],
)  # fmt: skip
def test_a_word_that_points_back(text: str, expected: list[tuple[str, str, str]]) -> None:
    """ "This" and "it" take up what the sentence before speaks of; nothing where that isn't clear."""
    assert stances(text) == expected


def test_the_statement_says_whose_word_it_is() -> None:
    """A position told by somebody else is its holder's, and its statement names who told it."""
    text = "According to Pankratenko, Iran is categorically against Assad's departure."
    reading = dragoman.read(text, verbatim=True, published="2015-11-24")
    (position,) = reading.positions
    (statement,) = [s for s in reading.statements if s.id == position.statement]
    assert reading.actor(position.actor).name == "Iran"
    assert statement.source is not None and reading.actor(statement.source.actor).name == "Pankratenko"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Assad must go,” John Kerry said.", ("John Kerry", "for", LEAVES)),
        ("John Kerry said that Assad should step down.", ("John Kerry", "for", LEAVES)),
        ("“Syria must not be partitioned,” John Kerry said.", ("John Kerry", "for", WHOLE)),
    ],
)
def test_what_must_be_is_the_speakers_stance(text: str, expected: tuple[str, str, str]) -> None:
    """ "Must" and "should" in somebody's words are a stance of whoever says so."""
    assert stances(text) == [expected]


def test_agreement_on_one_proposition_and_difference_on_another_is_a_plain_result() -> None:
    """Two states stand together on a country's unity and apart on its leader's fate."""
    text = (
        "Both Moscow and Tehran want to preserve the integrity of Syria. "
        "Russia would accept Assad's exit if the talks demand it. "
        "Iran is categorically against Assad's departure."
    )
    found = stances(text)
    assert {(a, s) for a, s, p in found if p == WHOLE} == {("Russia", "for"), ("Iran", "for")}
    assert {(a, s) for a, s, p in found if p == LEAVES} == {("Russia", "conditional"), ("Iran", "against")}
    reading = dragoman.read(text, verbatim=True, published="2015-11-24")
    assert {p.issue for p in reading.positions} == {
        "territorial integrity of Syria",
        "future of Bashar al-Assad",
    }


def test_one_open_proposition_in_two_wordings() -> None:
    """What no table has is kept in the text's words, and a second wording of it is the same proposition."""
    found = stances(
        "Norway supports closer relations with Iceland. "
        "Denmark does not want to further develop relations with Iceland."
    )
    assert [(a, s) for a, s, _ in found] == [("Norway", "for"), ("Denmark", "against")]
    assert len({p for _, _, p in found}) == 1


def test_an_offer_is_no_thing_named_before_it() -> None:
    """ "The offer" points at what somebody did: it never stands for the nearest treaty or pipeline."""
    text = (
        "Kazakhstan has signed a treaty with Russia on the pipeline and would mediate. "
        "Turkmenistan accepted the offer."
    )
    assert {issue for who, _, issue in stances(text) if who == "Turkmenistan"} <= {"offer"}


def test_i_in_retold_words_is_not_who_told_them() -> None:
    """ "He told a paper that I had agreed": the stance is not his."""
    text = "Later General Rojas told a Swedish newspaper that I support the treaty."
    assert stances(text) == []
    assert [who for who, _, _ in stances("“I support the treaty,” said General Rojas.")] == ["Rojas"]


def test_a_stance_ends_with_its_clause() -> None:
    """What is demanded ends at a semicolon: what follows is told by the page."""
    cut = "Ukraine demanded that warships give notice; Russia sailed without any."
    assert all(";" not in issue for _, _, issue in stances(cut))
