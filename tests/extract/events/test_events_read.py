"""Events of plain sentences, read with the packaged model: who did what to whom, and did it happen."""

from datetime import date

import pytest

import dragoman

PUBLISHED = date(2015, 11, 24)


def events(text: str) -> list[tuple[str, str, list[str], list[str]]]:
    """Return type, status and the names of actors and recipients of each event of a text."""
    reading = dragoman.read(text, verbatim=True, published=PUBLISHED)
    return [
        (
            e.type,
            e.status,
            [reading.actor(a).name for a in e.actors],
            [reading.actor(a).name for a in e.recipients],
        )
        for e in reading.events
    ]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Iran attacked Israel.", "done"),
        ("Iran did not attack Israel.", "negated"),
        ("Iran denied attacking Israel.", "negated"),
        ("Iran will attack Israel.", "planned"),
        ("Iran could attack Israel.", "possible"),
        ("If Iran attacked Israel, nobody would win.", "conditional"),
        ("Russia called on Iran to attack Israel.", "demanded"),
    ],
)
def test_only_what_happened_is_done(text, status):
    """An act keeps its type, actor and recipient, and has the status its sentence gives it."""
    assert ("ASSAULT", status, ["Iran"], ["Israel"]) in events(text)


def test_a_passive_turns_the_roles_round():
    """Who stands behind "by" acts; the subject is acted on."""
    assert events("Israel was attacked by Iran.") == [("ASSAULT", "done", ["Iran"], ["Israel"])]


def test_what_another_says_is_no_accusation():
    """A neutral "said" makes no event of its own, and the act in it carries the statement."""
    reading = dragoman.read("Russia said Iran attacked Israel.", verbatim=True, published=PUBLISHED)
    (event,) = reading.events
    assert (event.type, event.statement) == ("ASSAULT", reading.statements[0].id)


def test_two_countries_are_the_two_just_named():
    """A phrase for several stands for each of them, though no statement asked for it."""
    found = events("Iran and Turkey are neighbours. The two countries condemned Israel on Monday.")
    assert found == [("ACCUSE", "done", ["Iran", "Turkey"], ["Israel"])]


def test_a_preposition_may_hang_on_the_name_behind_a_title():
    """ "with Chinese leader Xi Jinping" is met although the tree ties "with" to the name."""
    found = events("French President Emmanuel Macron met with Chinese leader Xi Jinping in Paris.")
    assert [(kind, {*actors, *recipients}) for kind, _, actors, recipients in found] == [
        ("CONSULT", {"Emmanuel Macron", "Xi Jinping"})
    ]


def test_what_an_act_is_called_asks_for_none():
    """ "Called the attack a crime" is a judgement on an attack that happened, no call for one."""
    assert ("ASSAULT", "done") in [e[:2] for e in events("The president called the attack a crime.")]
    assert ("ASSAULT", "demanded") in [e[:2] for e in events("He called for an attack on the port.")]


def test_who_calls_a_thing_something_rings_nobody_up():
    """ "Called it a good day" is no conversation, "called his colleague" is one."""
    assert "CONSULT" not in [e[0] for e in events("The Saudi minister called it a good day for markets.")]
    assert "CONSULT" in [e[0] for e in events("Putin called Erdogan on Monday.")]


def test_a_meeting_told_again_from_the_other_side_is_one():
    """Of a mutual act it doesn't matter who is named first; of others it does."""
    met = "Putin met Erdogan on Monday in Sochi. Putin and Erdogan met on Monday."
    assert len([e for e in events(met) if e[0] == "CONSULT"]) == 1
    struck = "Iran attacked Israel on Monday. Israel attacked Iran on Monday."
    assert len([e for e in events(struck) if e[0] == "ASSAULT"]) == 2


@pytest.mark.parametrize(
    ("phrase", "actor"),
    [("The Turkish defence minister", "defence"), ("Iran's supreme leader", "supreme")],
)
def test_a_part_of_a_title_names_nobody(phrase, actor):
    """Whoever acts is named by the whole phrase, never by an adjective or a part of a title in it."""
    named = [name for e in events(f"{phrase} criticized Israel on Monday.") for name in e[2]]
    assert named and actor not in named


def test_what_has_happened_has_not_on_a_day_to_come():
    """A day after the article's own is no day of an act that is told as done."""
    text = "Russia praised Iran for a pipeline that it will finish in 2018."
    reading = dragoman.read(text, verbatim=True, published=PUBLISHED)
    days = {d.id: d.start for d in reading.dates}
    done = [e for e in reading.events if e.status == "done"]
    assert done and all(e.date is None or days[e.date] is None or days[e.date] <= PUBLISHED for e in done)


@pytest.mark.parametrize(
    "text",
    [
        "The minister said that six powers criticized Israel on Monday.",
        "He told Kerry that his country criticized Israel on Monday.",
        "The envoy said that some friends criticized Israel on Monday.",
    ],
)
def test_a_clause_is_brought_in_by_no_part_of_a_name(text):
    """The "that" before what is said is no part of who acts in it."""
    named = [name for e in events(text) for name in (*e[2], *e[3])]
    assert named and not [name for name in named if name.lower().startswith("that ")]


def test_a_clause_names_nobody_with_its_that():
    """The "that" that opens a clause is no part of who acts in it."""
    met = dragoman.read("It was the first time in eight years that the two men had met.", verbatim=True)
    assert "the two men" in [met.actor(a).name for e in met.events for a in e.actors]


def test_a_meeting_of_two_is_not_of_many():
    """PLOVER's multilateral needs more than two sides: of two who are named it is not said."""
    held = dragoman.read("Putin and Erdogan held a summit in Sochi on Monday.", verbatim=True)
    assert [e.mode for e in held.events if e.type == "CONSULT"] == [None]
    many = dragoman.read("Putin, Erdogan and Rouhani held a summit in Sochi on Monday.", verbatim=True)
    assert [e.mode for e in many.events if e.type == "CONSULT"] == ["multilateral"]
