"""Outlets by their words, forces by cue and content, and what cues do not bring in."""

from __future__ import annotations

import pytest

from analysis_table import analysis_from_table, article_from_text
from dragoman.extract.statements import find_statements, looks_like_publication
from dragoman.extract.statements.lexicon import lexicon


@pytest.mark.parametrize(
    "phrase",
    [
        "Interfax",
        "the Sample Times",
        "a state news agency",
        "the website Harbour.ru",
        "Channel 4 News",
        "RIA Novosti",
    ],
)
def test_outlets_are_known_by_their_words(phrase: str) -> None:
    """A word of an outlet's name, a common noun for outlets, or a web ending makes a publication."""
    assert looks_like_publication(phrase)


@pytest.mark.parametrize(
    "phrase",
    ["Smith", "the press secretary", "reporters", "a post office clerk", "the minister", "the star witness"],
)
def test_people_and_offices_are_no_outlets(phrase: str) -> None:
    """A press secretary speaks for himself; lower-case "post" and "star" name no paper."""
    assert not looks_like_publication(phrase)


def test_the_verb_table_is_well_formed() -> None:
    """Every verb has a frame of known letters, and every form leads to its lemma."""
    table = lexicon()
    for uses in table.frames.values():
        for use in uses:
            assert use.frame and set(use.frame) <= set("qcxo")
    assert {"said", "says"} <= table.speech_forms
    assert table.force_of("promised", "promised", "x") is not None


FRAMED = """
The DET 2 det
envoy NOUN 3 nsubj
{verb} VERB 0 root {lemma}
to PART 5 mark
leave VERB 3 xcomp
. PUNCT 3 punct
"""


@pytest.mark.parametrize(
    ("verb", "lemma", "force"),
    [
        ("promised", "promise", "promise"),
        ("agreed", "agree", "promise"),
        ("plans", "plan", "intention"),
        ("wants", "want", "intention"),
        ("demanded", "demand", "demand"),
        ("asked", "ask", "request"),
    ],
)
def test_an_infinitive_takes_its_force_from_the_cue(verb: str, lemma: str, force: str) -> None:
    """Promises, intentions, demands and requests are told apart by the verb."""
    text = f"The envoy {verb} to leave."
    table = FRAMED.format(verb=verb, lemma=lemma)
    (draft,) = find_statements(article_from_text(text), analysis_from_table(text, table))
    assert draft.content[0].of(text) == "to leave"
    assert draft.force == force


@pytest.mark.parametrize(("verb", "lemma"), [("managed", "manage"), ("seemed", "seem"), ("began", "begin")])
def test_other_infinitives_are_no_statements(verb: str, lemma: str) -> None:
    """Doing, seeming and beginning attribute nothing."""
    text = f"The envoy {verb} to leave."
    table = FRAMED.format(verb=verb, lemma=lemma)
    assert find_statements(article_from_text(text), analysis_from_table(text, table)) == []


CLAUSED = """
The DET 2 det
envoy NOUN 3 nsubj
{verb} VERB 0 root {lemma}
that SCONJ 7 mark
troops NOUN 7 nsubj:pass troop
{aux} AUX 7 aux:pass be
moved VERB 3 ccomp move
. PUNCT 3 punct
"""


@pytest.mark.parametrize(
    ("verb", "lemma", "aux", "force"),
    [
        ("believes", "believe", "were", "opinion"),
        ("predicted", "predict", "were", "prediction"),
        ("insisted", "insist", "were", "assertion"),
        ("insisted", "insist", "be", "demand"),
        ("demanded", "demand", "be", "demand"),
        ("denied", "deny", "were", "denial"),
    ],
)
def test_a_clause_takes_its_force_from_cue_and_mood(verb: str, lemma: str, aux: str, force: str) -> None:
    """ "insisted that troops be moved" demands what "insisted that troops were moved" asserts."""
    text = f"The envoy {verb} that troops {aux} moved."
    table = CLAUSED.format(verb=verb, lemma=lemma, aux=aux)
    (draft,) = find_statements(article_from_text(text), analysis_from_table(text, table))
    assert draft.force == force


CONDITION = """
The DET 2 det
envoy NOUN 3 nsubj
said VERB 0 root say
troops NOUN 6 nsubj troop
would AUX 6 aux
leave VERB 3 ccomp
if SCONJ 9 mark
rain NOUN 9 nsubj
came VERB 6 advcl come
. PUNCT 3 punct
"""


def test_an_if_clause_makes_a_neutral_cue_conditional() -> None:
    """ "said troops would leave if rain came": conditional, not a prediction."""
    text = "The envoy said troops would leave if rain came."
    (draft,) = find_statements(article_from_text(text), analysis_from_table(text, CONDITION))
    assert draft.force == "conditional"


REJECTED = """
The DET 2 det
envoy NOUN 3 nsubj
rejected VERB 0 root reject
claims NOUN 3 obj claim
that SCONJ 7 mark
troops NOUN 7 nsubj troop
left VERB 4 acl leave
. PUNCT 3 punct
"""


def test_rejecting_a_claim_rejects_its_content() -> None:
    """ "rejected claims that": the envoy is the source, and stands against the content."""
    text = "The envoy rejected claims that troops left."
    (draft,) = find_statements(article_from_text(text), analysis_from_table(text, REJECTED))
    assert draft.source is not None and draft.source.of(text) == "The envoy"
    assert draft.content[0].of(text) == "that troops left"
    assert (draft.force, draft.polarity) == ("denial", "rejects")


FEW = """
Few ADJ 2 nsubj few
believe VERB 0 root believe
that SCONJ 5 mark
peace NOUN 5 nsubj
lasts VERB 2 ccomp last
. PUNCT 2 punct
"""


def test_what_few_believe_is_not_affirmed() -> None:
    """ "Few believe that" turns a cue round as "doesn't believe" does; "a few" are some."""
    text = "Few believe that peace lasts."
    (draft,) = find_statements(article_from_text(text), analysis_from_table(text, FEW))
    assert (draft.force, draft.polarity) == ("opinion", "rejects")
    text, table = "Some believe that peace lasts.", FEW.replace("Few", "Some")
    (draft,) = find_statements(article_from_text(text), analysis_from_table(text, table))
    assert (draft.force, draft.polarity) == ("opinion", "affirms")
