"""Who of those near an act takes part in it, and on which side: trees spelled out."""

from __future__ import annotations

import pytest

from analysis_table import analysis_from_table
from dragoman.extract.events.candidates import Trigger
from dragoman.extract.events.lexicon import Frame
from dragoman.extract.events.sides import (
    backers,
    governed_by,
    holders,
    judges_of,
    opposed,
    promised,
    tellers_of,
    undergoing,
)
from dragoman.extract.ground import Ground
from dragoman.knowledge.base import Knowledge
from dragoman.records import Span


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    """The built-in tables."""
    return Knowledge.load()


TOLD = """
Rojas PROPN 2 nsubj
told VERB 0 root tell
us PRON 2 iobj
that SCONJ 7 mark
{subject} PRON 7 nsubj
had AUX 7 aux have
agreed VERB 2 ccomp agree
. PUNCT 2 punct
"""


@pytest.mark.parametrize(("subject", "telling"), [("I", {0}), ("they", set()), ("we", set())])
def test_who_only_tells_of_an_act_takes_no_part_in_it(
    knowledge: Knowledge, subject: str, telling: set[int]
) -> None:
    """Where the act's clause has a subject that can't be the teller, the teller doesn't act beside it."""
    text = f"Rojas told us that {subject} had agreed ."
    ground = Ground.of(analysis_from_table(text, TOLD.format(subject=subject)), knowledge)
    assert tellers_of(ground, 6, [0, 4]) == telling


def test_who_is_moved_to_act_is_the_one_that_is_asked(knowledge: Knowledge) -> None:
    """Of "ordered the bank to pay Chad" the bank is ordered; without an object whoever is named stays."""
    text = "Rome ordered banks to pay Chad ."
    table = """
Rome PROPN 2 nsubj
ordered VERB 0 root order
banks NOUN 2 obj bank
to PART 5 mark
pay VERB 2 xcomp
Chad PROPN 5 obj
. PUNCT 2 punct
"""
    ground = Ground.of(analysis_from_table(text, table), knowledge)
    assert governed_by(ground, 1, [2, 5]) == {5}
    assert governed_by(ground, 1, [5]) == set()


@pytest.mark.parametrize(("verb", "judging"), [("denounced", {0}), ("held", set())])
def test_who_judges_a_deed_has_not_done_it(knowledge: Knowledge, verb: str, judging: set[int]) -> None:
    """Who denounces the talks takes no part in them; who holds them does."""
    text = f"Chad {verb} the talks ."
    table = f"""
Chad PROPN 2 nsubj
{verb} VERB 0 root {verb.removesuffix("d") if verb == "denounced" else "hold"}
the DET 4 det
talks NOUN 2 obj talk
. PUNCT 2 punct
"""
    assert judges_of(Ground.of(analysis_from_table(text, table), knowledge), 3, [0]) == judging


def test_to_whom_it_is_done_does_not_do_it(knowledge: Knowledge) -> None:
    """In "Chad, invited to join" Chad is invited; in "Chad invited Mali" Chad invites."""
    text = "Chad , invited to join , left ."
    table = """
Chad PROPN 7 nsubj
, PUNCT 3 punct
invited VERB 1 acl invite
to PART 5 mark
join VERB 3 xcomp
, PUNCT 3 punct
left VERB 0 root leave
. PUNCT 7 punct
"""
    assert undergoing(Ground.of(analysis_from_table(text, table), knowledge), 2, [0]) == {0}
    active = """
Chad PROPN 2 nsubj
invited VERB 0 root invite
Mali PROPN 2 obj
. PUNCT 2 punct
"""
    ground = Ground.of(analysis_from_table("Chad invited Mali .", active), knowledge)
    assert undergoing(ground, 1, [0]) == set()


def test_what_is_promised_is_nobody_who_gets_it(knowledge: Knowledge) -> None:
    """ "Promised two battalions" names nobody to whom they are promised; "promised Mali aid" does."""
    text = "Chad promised two battalions ."
    table = """
Chad PROPN 2 nsubj
promised VERB 0 root promise
two NUM 4 nummod
battalions NOUN 2 obj battalion
. PUNCT 2 punct
"""
    assert promised(Ground.of(analysis_from_table(text, table), knowledge), 1, [3]) == {3}
    given = """
Chad PROPN 2 nsubj
promised VERB 0 root promise
Mali PROPN 2 iobj
aid NOUN 2 obj
. PUNCT 2 punct
"""
    ground = Ground.of(analysis_from_table("Chad promised Mali aid .", given), knowledge)
    assert promised(ground, 1, [2]) == set()


BACKING = """
Rojas PROPN 2 nsubj
{verb} VERB 0 root {lemma}
the DET 4 det
backing NOUN 2 obj
of ADP 6 case
Palta PROPN 4 nmod
and CCONJ 8 cc
Quil PROPN 6 conj
. PUNCT 2 punct
"""


@pytest.mark.parametrize(("verb", "lemma", "who"), [("has", "have", {5, 7}), ("welcomed", "welcome", set())])
def test_who_lends_somebody_support_acts(knowledge: Knowledge, verb: str, lemma: str, who: set[int]) -> None:
    """ "Rojas has the backing of Palta and Quil": they back him; who welcomes a backing needn't have it."""
    text = f"Rojas {verb} the backing of Palta and Quil ."
    table = BACKING.format(verb=verb, lemma=lemma)
    ground = Ground.of(analysis_from_table(text, table), knowledge)
    noun = Trigger(3, (3,), Frame(("backing",), "SUPPORT", None, (), ()), False, 1)
    assert set(backers(ground, noun, "SUPPORT", dict.fromkeys((0, 5, 7), Span(0, 5)))) == who
    assert holders(ground, 3) == ([0] if who else [])


AGAINST = """
Palta PROPN 2 nsubj
helped VERB 0 root help
Rojas PROPN 2 obj
{case} ADP 5 case
Quil PROPN 3 nmod
. PUNCT 2 punct
"""


@pytest.mark.parametrize(("case", "kind", "gone"), [
    ("against", "SUPPORT", {4}), ("and", "SUPPORT", set()), ("against", "ACCUSE", set()),
])  # fmt: skip
def test_whom_help_is_against_gets_none(knowledge: Knowledge, case: str, kind: str, gone: set[int]) -> None:
    """ "Palta helped Rojas against Quil" does nothing for Quil; an unfriendly act may well be against him."""
    text = f"Palta helped Rojas {case} Quil ."
    ground = Ground.of(analysis_from_table(text, AGAINST.format(case=case)), knowledge)
    assert opposed(ground, kind, [2, 4]) == gone
