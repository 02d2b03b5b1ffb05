"""On which side of a thing a preposition puts somebody: trees spelled out."""

from __future__ import annotations

import pytest

from analysis_table import analysis_from_table
from dragoman.extract.ground import Ground
from dragoman.extract.positions.learned import is_used
from dragoman.extract.positions.lexicon import lexicon
from dragoman.extract.positions.sides import side_told
from dragoman.knowledge.base import Knowledge

TAKING = """
Millers NOUN 2 nsubj miller
{verb} VERB 0 root {lemma}
{preposition} ADP 5 case
the DET 5 det
dam NOUN 2 obl
. PUNCT 2 punct
"""


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    """The built-in tables."""
    return Knowledge.load()


@pytest.mark.parametrize(
    ("verb", "lemma", "preposition", "side"),
    [
        ("voted", "vote", "for", "for"),
        ("voted", "vote", "against", "against"),
        ("fought", "fight", "for", "for"),
        ("fought", "fight", "against", "against"),
        ("fought", "fight", "near", None),
        ("paid", "pay", "for", None),
        ("leaned", "lean", "against", None),
    ],
)
def test_for_and_against_are_sides_behind_words_that_take_one(
    knowledge: Knowledge, verb: str, lemma: str, preposition: str, side: str | None
) -> None:
    """Who votes or fights for a dam is for it; who pays for one or leans against it takes no side by that."""
    text = f"Millers {verb} {preposition} the dam."
    table = TAKING.format(verb=verb, lemma=lemma, preposition=preposition)
    ground = Ground.of(analysis_from_table(text, table), knowledge)
    assert side_told(ground, 1, (1, 5)) == side


RULED = """
Judges NOUN {head} nsubj judge
{words}
in ADP {favor} case
favour NOUN {head} obl
of ADP {thing} case
it PRON {favor} nmod
"""


@pytest.mark.parametrize(("denied", "side"), [(False, "for"), (True, None)])
def test_in_favour_of_tells_the_side_unless_denied(
    knowledge: Knowledge, denied: bool, side: str | None
) -> None:
    """ "Ruled in favour of it" is for it; of "never ruled in favour of it" the preposition tells nothing."""
    words = ["never ADV 3 advmod"] * denied + ["ruled VERB 0 root rule"]
    head = 2 + denied
    table = RULED.format(head=head, words="\n".join(words), favor=head + 2, thing=head + 4)
    text = "Judges never ruled in favour of it" if denied else "Judges ruled in favour of it"
    ground = Ground.of(analysis_from_table(text, table), knowledge)
    assert side_told(ground, head - 1, (head - 1, head + 4)) == side


@pytest.mark.parametrize(
    ("words", "used"),
    [
        (["called", "for", "an", "inquiry"], True),
        (["called", "on", "Chad", "to", "leave"], True),
        (["called", "the", "raid", "a", "slap", "in", "the", "face"], False),
    ],
)
def test_a_verb_s_side_needs_the_words_that_belong_to_it(words: list[str], used: bool) -> None:
    """Who calls for a thing is for it; who calls it names isn't, whatever the verb alone may be used for."""
    assert any(is_used(use, set(words)) for use in lexicon().uses["v"]["call"]) is used
