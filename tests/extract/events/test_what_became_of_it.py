"""What is told, refused or denied: the status of acts that other words govern."""

from __future__ import annotations

import pytest

from analysis_table import analysis_from_table, article_from_text
from dragoman.extract.events import event_drafts
from dragoman.knowledge.base import Knowledge
from dragoman.records import EventDraft


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    """The built-in tables."""
    return Knowledge.load()


def drafts(text: str, table: str, knowledge: Knowledge, names: str = "") -> list[EventDraft]:
    """Return the acts that rules find in a text whose tree is spelled out."""
    analysis = analysis_from_table(text, table, names=names)
    return event_drafts(article_from_text(text), analysis, knowledge)


def test_who_tells_that_something_was_done_asks_for_nothing(knowledge: Knowledge) -> None:
    """A finite clause behind "told", "warned", "insisted" is told of: what it says was done is done."""
    for verb in ("told", "warned"):
        text = f"The envoy {verb} us that Mali had attacked the port ."
        table = f"""
The DET 2 det the
envoy NOUN 3 nsubj
{verb} VERB 0 root {"tell" if verb == "told" else "warn"}
us PRON 3 iobj
that SCONJ 8 mark
Mali PROPN 8 nsubj
had AUX 8 aux have
attacked VERB 3 ccomp attack
the DET 10 det
port NOUN 8 obj
. PUNCT 3 punct
"""
        (act,) = (d for d in drafts(text, table, knowledge, "5 6 place") if d.type == "ASSAULT")
        assert act.status == "done", verb


def test_what_somebody_is_told_to_do_is_asked_for(knowledge: Knowledge) -> None:
    """An infinitive behind "told" is what is asked for."""
    text = "The envoy told Mali to attack the port ."
    table = """
The DET 2 det
envoy NOUN 3 nsubj
told VERB 0 root tell
Mali PROPN 3 obj
to PART 6 mark
attack VERB 3 xcomp
the DET 8 det
port NOUN 6 obj
. PUNCT 3 punct
"""
    (act,) = (d for d in drafts(text, table, knowledge, "3 4 place") if d.type == "ASSAULT")
    assert act.status == "demanded"


def test_a_request_that_is_refused_was_made(knowledge: Knowledge) -> None:
    """To refuse a request undoes what it asks for, not that somebody asked."""
    text = "Chad rejected a request by Mali for aid ."
    table = """
Chad PROPN 2 nsubj
rejected VERB 0 root reject
a DET 4 det
request NOUN 2 obj
by ADP 6 case
Mali PROPN 4 nmod
for ADP 8 case
aid NOUN 4 nmod
. PUNCT 2 punct
"""
    (act,) = (d for d in drafts(text, table, knowledge, "0 1 place\n5 6 place") if d.type == "REQUEST")
    assert act.status == "done"
    assert [span.of(text) for span in act.actors] == ["Mali"]


def test_who_calls_on_somebody_to_act_pays_no_visit(knowledge: Knowledge) -> None:
    """ "Called on X to …" asks X; "called on X" alone is a visit."""
    asked = "Mali called on Chad to leave ."
    table = """
Mali PROPN 2 nsubj
called VERB 0 root call
on ADP 4 case
Chad PROPN 2 obl
to PART 6 mark
leave VERB 2 advcl
. PUNCT 2 punct
"""
    names = "0 1 place\n3 4 place"
    found = drafts(asked, table, knowledge, names)
    assert [d.type for d in found if d.trigger.of(asked).startswith("called")] == ["REQUEST"]
    visited = "Mali called on Chad ."
    bare = """
Mali PROPN 2 nsubj
called VERB 0 root call
on ADP 4 case
Chad PROPN 2 obl
. PUNCT 2 punct
"""
    assert [d.type for d in drafts(visited, bare, knowledge, names)] == ["CONSULT"]


def test_a_finite_verb_is_not_governed_with_the_infinitive_before_it(knowledge: Knowledge) -> None:
    """Who "refused to sign and accused Mali" has accused it, though the tree joins that to the signing."""
    text = "Chad refused to sign and accused Mali ."
    table = """
Chad PROPN 2 nsubj
refused VERB 0 root refuse
to PART 4 mark
sign VERB 2 xcomp
and CCONJ 6 cc
accused VERB 4 conj accuse
Mali PROPN 6 obj
. PUNCT 2 punct
"""
    (act,) = (d for d in drafts(text, table, knowledge, "0 1 place\n6 7 place") if d.type == "ACCUSE")
    assert act.status == "done"


@pytest.mark.parametrize(("helping", "status"), [("would", "possible"), ("has", "done")])
def test_a_deed_that_would_be_a_mistake_is_only_possible(
    helping: str, status: str, knowledge: Knowledge
) -> None:
    """A deed that is the subject of what "would" be is spoken of as a possibility."""
    text = f"Bombing Mali {helping} be a mistake ."
    table = f"""
Bombing VERB 6 csubj bomb
Mali PROPN 1 obj
{helping} AUX 6 aux {"would" if helping == "would" else "have"}
be AUX 6 cop
a DET 6 det
mistake NOUN 0 root
. PUNCT 6 punct
"""
    (act,) = drafts(text, table, knowledge, "1 2 place")
    assert act.status == status
