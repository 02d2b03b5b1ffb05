"""Indirect speech from trees of our own, by rule alone and with the engine's fragments."""

from __future__ import annotations

import pytest
from spelled_out import parts, read

SAID_THAT = """
The DET 2 det
envoy NOUN 3 nsubj
said VERB 0 root say
that SCONJ 6 mark
talks NOUN 6 nsubj talk
failed VERB 3 ccomp fail
. PUNCT 3 punct
"""


def test_indirect_speech_with_that() -> None:
    """Source is the subject, cue the verb, content the clause with "that" and without the stop."""
    text = "The envoy said that talks failed."
    (draft,) = read(text, SAID_THAT)
    assert parts(text, draft) == ("The envoy", ["said"], ["that talks failed"], [])
    assert (draft.form, draft.force, draft.polarity, draft.parent) == (
        "indirect",
        "assertion",
        "affirms",
        None,
    )


def test_the_engines_fragments_are_kept_as_they_are() -> None:
    """Where the engine marked source, cue and content, the rules change nothing and add nothing."""
    text = "The envoy said that talks failed."
    roles = "source 0 2\ncue 2 3 0\ncontent 3 6 1"
    (draft,) = read(text, SAID_THAT, roles)
    assert parts(text, draft) == ("The envoy", ["said"], ["that talks failed"], [])


def test_a_plain_action_is_no_statement() -> None:
    """A verb that is no cue brings in nothing."""
    text = "The envoy left the town."
    table = """
    The DET 2 det
    envoy NOUN 3 nsubj
    left VERB 0 root leave
    the DET 5 det
    town NOUN 3 obj
    . PUNCT 3 punct
    """
    assert read(text, table) == []


PARENTHETICAL = """
Trade NOUN 7 nsubj
, PUNCT 4 punct
analysts NOUN 4 nsubj analyst
contend VERB 7 parataxis
, PUNCT 4 punct
is AUX 7 cop be
weak ADJ 0 root
. PUNCT 7 punct
"""


def test_a_parenthetical_cue_splits_its_content() -> None:
    """ "X, analysts contend, is Y": the content stands on both sides of the cue."""
    text = "Trade, analysts contend, is weak."
    (draft,) = read(text, PARENTHETICAL)
    assert parts(text, draft) == ("analysts", ["contend"], ["Trade", "is weak"], [])


NEGATED = """
The DET 2 det
envoy NOUN 5 nsubj
did AUX 5 aux do
not PART 5 advmod
{} VERB 0 root
that SCONJ 8 mark
talks NOUN 8 nsubj talk
failed VERB 5 ccomp fail
. PUNCT 5 punct
"""


def test_not_agreeing_rejects_and_not_saying_does_not() -> None:
    """ "did not agree that" turns the content down; "did not say that" leaves it open."""
    text = "The envoy did not agree that talks failed."
    (draft,) = read(text, NEGATED.format("agree"))
    assert (parts(text, draft)[1], draft.polarity) == (["did not agree"], "rejects")
    (draft,) = read("The envoy did not say that talks failed.", NEGATED.format("say"))
    assert draft.polarity == "affirms"


DENIED = """
The DET 2 det
envoy NOUN 3 nsubj
denied VERB 0 root deny
that SCONJ 6 mark
talks NOUN 6 nsubj talk
failed VERB 3 ccomp fail
. PUNCT 3 punct
"""


def test_a_denial_rejects_its_content() -> None:
    """ "denied that": force denial, polarity rejects."""
    (draft,) = read("The envoy denied that talks failed.", DENIED)
    assert (draft.force, draft.polarity) == ("denial", "rejects")


COORDINATED = """
The DET 2 det
envoy NOUN 3 nsubj
said VERB 0 root say
talks NOUN 5 nsubj talk
failed VERB 3 ccomp fail
and CCONJ 7 cc
added VERB 3 conj add
that SCONJ 10 mark
trade NOUN 10 nsubj
grew VERB 7 ccomp grow
. PUNCT 3 punct
"""


def test_coordinated_cues_share_their_source() -> None:
    """ "said A and added B": two statements of one source, each content in one of them."""
    text = "The envoy said talks failed and added that trade grew."
    first, second = read(text, COORDINATED)
    assert parts(text, first) == ("The envoy", ["said"], ["talks failed"], [])
    assert parts(text, second) == ("The envoy", ["added"], ["that trade grew"], [])


PASSIVE = """
It PRON 3 expl
was AUX 3 aux:pass be
reported VERB 0 root report
that SCONJ 6 mark
talks NOUN 6 nsubj talk
failed VERB 3 csubj:pass fail
. PUNCT 3 punct
"""


def test_a_passive_without_agent_has_no_source() -> None:
    """ "It was reported that …" is kept, and nobody is named for it."""
    text = "It was reported that talks failed."
    (draft,) = read(text, PASSIVE)
    assert parts(text, draft) == (None, ["was reported"], ["that talks failed"], [])


OPINION = """
In ADP 4 case
Dolan PROPN 4 nmod:poss
’s PART 2 case
view NOUN 7 obl
, PUNCT 4 punct
talks NOUN 7 nsubj talk
failed VERB 0 root fail
. PUNCT 7 punct
"""


def test_in_somebodys_view_is_an_opinion() -> None:
    """ "In X's view, …": X is the source, the force is opinion."""
    text = "In Dolan’s view, talks failed."
    (draft,) = read(text, OPINION)
    assert (parts(text, draft)[0], parts(text, draft)[2], draft.force) == (
        "Dolan",
        ["talks failed"],
        "opinion",
    )


NOUN_CUE = """
Dolan PROPN 3 nmod:poss
’s PART 1 case
claim NOUN 7 nsubj
that SCONJ 6 mark
talks NOUN 6 nsubj talk
failed VERB 3 acl fail
spread VERB 0 root
. PUNCT 7 punct
"""


def test_a_noun_can_bring_in_a_clause() -> None:
    """ "X's claim that …": the noun is the cue, its owner the source."""
    text = "Dolan’s claim that talks failed spread."
    (draft,) = read(text, NOUN_CUE)
    assert parts(text, draft) == ("Dolan", ["claim"], ["that talks failed"], [])


FUTURE = """
The DET 2 det
envoy NOUN 3 nsubj
said VERB 0 root say
talks NOUN 6 nsubj talk
will AUX 6 aux
fail VERB 3 ccomp
. PUNCT 3 punct
"""


def test_a_neutral_cue_with_a_future_predicts() -> None:
    """ "said … will …" is a prediction; the cue alone would only assert."""
    (draft,) = read("The envoy said talks will fail.", FUTURE)
    assert draft.force == "prediction"


def test_a_content_that_nothing_bears_out_is_no_statement() -> None:
    """A content of the engine's without cue, source or marks is left out."""
    text = "The envoy left the town."
    table = """
    The DET 2 det
    envoy NOUN 3 nsubj
    left VERB 0 root leave
    the DET 5 det
    town NOUN 3 obj
    . PUNCT 3 punct
    """
    assert read(text, table, "content 2 5") == []


def test_a_content_without_cue_gets_that_of_the_tree() -> None:
    """Where the engine saw only the content, the clause's own cue and subject complete it."""
    text = "The envoy said that talks failed."
    (draft,) = read(text, SAID_THAT, "content 3 6")
    assert parts(text, draft) == ("The envoy", ["said"], ["that talks failed"], [])


AS_BOTH = """
Sales NOUN 2 nsubj sale
fell VERB 0 root fall
as SCONJ 6 mark
the DET 5 det
rivals NOUN 6 nsubj rival
{} VERB 2 advcl
{} NOUN 6 obj
. PUNCT 2 punct
"""


CRY = """, PUNCT 9 punct
“ PUNCT 9 punct
Go VERB 6 ccomp go
! PUNCT 9 punct
” PUNCT 9 punct
"""


def test_as_with_a_deed_says_when_and_not_who_said_it() -> None:
    """ "Sales fell as the rivals continued quarrels" tells of two deeds; nobody says that sales fell."""
    text = "Sales fell as the rivals continued quarrels."
    assert read(text, AS_BOTH.format("continued", "quarrels")) == []


def test_as_with_those_who_are_told_is_an_attribution() -> None:
    """ "Sales fell, as the rivals told investors": investors are who hear it, not what is done."""
    text = "Sales fell as the rivals told investors."
    (draft,) = read(text, AS_BOTH.format("told", "investors"))
    assert parts(text, draft)[:3] == ("the rivals", ["told"], ["Sales fell"])


@pytest.mark.parametrize("behind", ["", ", “Go!”"])
def test_as_with_a_cry_says_when(behind: str) -> None:
    """ "Sales fell as the rivals chanted, “Go!”": nobody chants that sales fell."""
    text = f"Sales fell as the rivals chanted{behind}."
    table = AS_BOTH.format("chanted", "{}").replace("{} NOUN 6 obj\n", CRY if behind else "")
    assert all("Sales fell" not in parts(text, draft)[2] for draft in read(text, table))


def test_as_with_a_quotation_of_its_own_says_when() -> None:
    """ "Sales fell as the rivals warned, “Go!”": they warn of what they are quoted with."""
    text = "Sales fell as the rivals warned, “Go!”."
    (draft,) = read(text, AS_BOTH.format("warned", "{}").replace("{} NOUN 6 obj\n", CRY))
    assert parts(text, draft) == ("the rivals", ["warned"], ["“Go!”"], [])
