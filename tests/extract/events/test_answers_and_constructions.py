"""Acts that answer others, verdicts, and what constructions tell, in plain sentences read with the package's
model. Each sentence is of a kind, and stands beside one that must not be taken for it."""

from datetime import date

import pytest

import dragoman
from analysis_table import analysis_from_table
from dragoman.extract.events.answers import types_meant
from dragoman.extract.events.verdicts import verdict, verdict_words
from dragoman.extract.ground import Ground
from dragoman.knowledge.base import Knowledge
from dragoman.knowledge.codebook import codebook

PUBLISHED = date(2015, 11, 24)


def acts(text: str) -> set[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Return the type and the states on either side of each event of a text."""
    reading = dragoman.read(text, verbatim=True, published=PUBLISHED)

    def states(ids: tuple[str, ...]) -> tuple[str, ...]:
        found = {reading.actor(one).state for one in ids}
        return tuple(sorted(state for state in found if state))

    return {(event.type, states(event.actors), states(event.recipients)) for event in reading.events}


@pytest.mark.parametrize(
    ("text", "kind", "actor", "recipient"),
    [
        ("Turkish jets bombed a village. Baghdad denounced the attack.", "ACCUSE", "IRQ", "TUR"),
        ("On Sunday the United States imposed new sanctions. Tehran condemned them.", "ACCUSE", "IRN", "USA"),
        ("Chile sent aid to Peru. Bolivia praised the step.", "SUPPORT", "BOL", "CHL"),
    ],
)
def test_an_answer_is_meant_for_whoever_did_what_it_answers(text, kind, actor, recipient):
    """ "The attack", "them" and "the step" stand for an act told of before; its doer is who is answered."""
    assert (kind, (actor,), (recipient,)) in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "Spain praised the plan.",
        "Chile sent aid to Peru. The rains went on for a week. Nobody slept. Bolivia praised the step.",
        "Spain bombed a port. Spain defended the step.",
    ],
)
def test_an_answer_to_nothing_told_of_is_meant_for_nobody(text):
    """Nothing before it, an act too far back, or one's own: then nobody is answered."""
    assert not [found for found in acts(text) if found[0] in ("SUPPORT", "ACCUSE") and found[2]]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The State Department called the Russian strikes unfortunate.", "ACCUSE"),
        ("The State Department said the Russian strikes were illegal.", "ACCUSE"),
        ("The State Department described the Russian offer as constructive.", "SUPPORT"),
    ],
)
def test_a_verdict_on_what_a_state_does_is_an_act(text, kind):
    """Disapproval is ACCUSE and approval SUPPORT, and meet the state that is judged."""
    assert (kind, ("USA",), ("RUS",)) in acts(text)


def judged(object_: str, predicate: str, upos: str) -> list[tuple[str, str]]:
    """Return type and recipient of the verdicts in "Spain called the Russian … …", of a tree spelt out."""
    text = f"Spain called the Russian {object_} {predicate}."
    table = f"""
        Spain PROPN 2 nsubj
        called VERB 0 root call
        the DET 5 det
        Russian ADJ 5 amod
        {object_} NOUN 2 obj
        {predicate} {upos} 2 xcomp
        . PUNCT 2 punct
    """
    ground = Ground.of(analysis_from_table(text, table, names="0 1 place"), Knowledge.load())
    return [(d.type, text[d.recipients[0].start : d.recipients[0].end]) for d in verdict(ground, 1)]


def test_only_a_word_that_judges_a_deed_is_a_verdict():
    """ "Illegal" judges strikes, and "helpful" an offer; "recent" judges nothing, and a driver is no deed."""
    assert [kind for kind, _ in judged("strikes", "illegal", "ADJ")] == ["ACCUSE"]
    assert [kind for kind, _ in judged("offer", "helpful", "ADJ")] == ["SUPPORT"]
    assert "Russian" in judged("offer", "helpful", "ADJ")[0][1]
    assert judged("strikes", "recent", "ADJ") == []
    assert judged("driver", "dangerous", "ADJ") == []


@pytest.mark.parametrize(
    ("text", "kind", "actor", "recipient"),
    [
        ("Germany eased restrictions on exports of chemicals to Iraq.", "CONCEDE", "DEU", "IRQ"),
        ("Japan lifted the ban on selling trucks to Chile that Spain had imposed.", "CONCEDE", "JPN", "CHL"),
    ],
)
def test_a_restraint_is_on_whom_it_names(text, kind, actor, recipient):
    """Whoever a restraint is on is met by its easing; its own relative clause tells of another act."""
    assert (kind, (actor,), (recipient,)) in acts(text)


def test_a_restraint_on_nobody_meets_nobody():
    """A ban on pesticides is on no state."""
    assert ("CONCEDE", ("DEU",), ()) in acts("Germany lifted the ban on pesticides.")


def test_an_official_in_another_state_is_on_a_visit():
    """ "Was in Vienna" and "spent two days in Cairo" are visits of officials, and of nobody at home there."""
    assert ("CONSULT", ("USA",), ("AUT",)) in acts("John Kerry was in Vienna on Monday.")
    assert ("CONSULT", ("FRA",), ("EGY",)) in acts("President François Hollande spent two days in Cairo.")
    assert not acts("Sergei Lavrov was in Moscow on Monday.")
    assert not acts("The young writer was in Vienna on Monday.")


def test_what_several_states_declare_is_agreed():
    """A common declaration of several states is AGREE; that of one minister, or of analysts, is none."""
    said = "declared in Oslo on Tuesday that they were ready to share the river"
    assert ("AGREE", ("CHL", "PER"), ()) in acts(f"The foreign ministers of Chile and Peru {said}.")
    assert not [f for f in acts(f"Two analysts of the river {said}.") if f[0] == "AGREE" and f[1]]


def test_another_s_base_is_used_by_its_leave():
    """Flying from another's base is COOPERATE, from one's own it is not, and "no longer" is its end."""
    assert ("COOPERATE", ("USA",), ("TUR",)) in acts("American aircraft took off from a Turkish base.")
    assert not [f for f in acts("Turkish aircraft took off from a Turkish base.") if f[0] == "COOPERATE"]
    over = acts("American bombers no longer fly from the Turkish base.")
    assert ("RETREAT", ("USA",), ("TUR",)) in over and not [f for f in over if f[0] == "COOPERATE"]


def test_warning_of_what_another_does_accuses():
    """ "Warned that the United States was trying" accuses; what would follow from an "if" is a threat."""
    accused = acts("Lavrov warned that the United States was trying to split the union.")
    assert ("ACCUSE", ("RUS",), ("USA",)) in accused
    threatened = acts("Lavrov warned that Ukraine would pay a price if it attacked.")
    assert not [found for found in threatened if found[0] == "ACCUSE"]


def test_tables_of_answers_name_known_types():
    """Each type of deeds.tsv is PLOVER's, "*" or "party"; no word judges both ways."""
    known = {row.type for row in codebook().types} | {"*", "party"}
    for word in ("offer", "strike", "host", "them", "visit", "sanction"):
        meant = types_meant(word, word)
        assert meant and meant <= known
    assert set(verdict_words().values()) == {"for", "against"}
    assert types_meant("river", "river") is None


def test_what_is_undone_is_not_done():
    """A ban that is eased is none imposed, a visit that is cancelled none made; an imposed ban stays."""
    eased = "Russia also eased a ban on exports of technology to Chile, the Kremlin announced."
    assert not [found for found in acts(eased) if found[0] in ("SANCTION", "COERCE")]
    called_off = "Foreign Minister Sergei Lavrov cancelled a visit to Istanbul and praised nobody."
    assert not [found for found in acts(called_off) if found[0] == "CONSULT"]
    assert [found for found in acts("Japan imposed a ban on imports from Chile.") if found[0] == "SANCTION"]


def test_a_title_and_its_article_tell_of_one_act():
    """What a title sums up and the text tells again, with a day, is one act; another deed is another."""
    body = "Turkish F-16s shot down a Russian bomber on Tuesday, the general staff said."
    told = f"Title: Turkey shoots down Russian bomber\nDate: 2015-11-24\n\n{body}\n"
    shot = [e for e in dragoman.read(told).events if e.type == "ASSAULT"]
    assert len(shot) == 1 and shot[0].date is not None and shot[0].mentions
    two = f"Title: Turkey praises Russian pilots\nDate: 2015-11-24\n\n{body}\n"
    assert {"SUPPORT", "ASSAULT"} <= {e.type for e in dragoman.read(two).events}
