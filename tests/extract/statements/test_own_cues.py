"""A clause belongs to the verb that it depends on, whatever verb nearby the engine links it to."""

from __future__ import annotations

from spelled_out import parts, read

TWICE = """
He PRON 2 nsubj
recanted VERB 0 root recant
his PRON 4 nmod:poss
remarks NOUN 2 obj remark
and CCONJ 6 cc
{} VERB 2 conj
dockers NOUN 9 nsubj docker
were AUX 9 cop be
victims NOUN 6 ccomp victim
. PUNCT 2 punct
"""
LINKED = "source 0 1\ncue 1 2 0\ncontent 2 4 1\ncontent 6 9 1"


def test_two_verbs_tell_two_things() -> None:
    """ "He recanted his remarks and said …": what he said is a statement of its own, by the same man."""
    text = "He recanted his remarks and said dockers were victims."
    one, other = read(text, TWICE.format("said"), LINKED)
    assert parts(text, one) == ("He", ["recanted"], ["his remarks"], [])
    assert parts(text, other) == ("He", ["said"], ["dockers were victims"], [])


def test_a_verb_that_is_no_cue_takes_nothing() -> None:
    """Only verbs that bring in what is said, thought or wanted have contents of their own."""
    text = "He recanted his remarks and danced dockers were victims."
    (draft,) = read(text, TWICE.format("danced"), LINKED)
    assert parts(text, draft)[2] == ["his remarks", "dockers were victims"]


ASKED = """
“ PUNCT 2 punct
Surely ADV 6 ccomp
, PUNCT 2 punct
” PUNCT 2 punct
he PRON 6 nsubj
said VERB 0 root say
when ADV 8 advmod
asked VERB 6 advcl ask
{}if SCONJ 12 mark
he PRON 12 nsubj
would AUX 12 aux
stay VERB 8 advcl
. PUNCT 6 punct
"""
BY = """by ADP 11 case
a DET 11 det
guest NOUN 8 obl
"""


def test_what_is_asked_is_the_askers() -> None:
    """ "“Surely,” he said when asked by a guest if …": he answers, and the guest asks."""
    text = "“Surely,” he said when asked by a guest if he would stay."
    table = ASKED.format(BY).replace("12 mark", "15 mark").replace("12 nsubj", "15 nsubj")
    roles = "content 0 4 2\nsource 4 5\ncue 5 6 1\ncontent 11 15 2"
    answer, question = read(text, table.replace("12 aux", "15 aux"), roles)
    assert parts(text, answer) == ("he", ["said"], ["“Surely,”"], [])
    assert parts(text, question) == ("a guest", ["asked"], ["if he would stay"], [])
    assert answer.form == "direct"


def test_what_nobody_is_named_to_ask_is_left_out() -> None:
    """ "… he said when asked if he would stay": the question is not his, and no one's that is named."""
    text = "“Surely,” he said when asked if he would stay."
    roles = "content 0 4 2\nsource 4 5\ncue 5 6 1\ncontent 8 12 2"
    (answer,) = read(text, ASKED.format(""), roles)
    assert parts(text, answer) == ("he", ["said"], ["“Surely,”"], [])


CONDITION = """
She PRON 2 nsubj
said VERB 0 root say
, PUNCT 2 punct
if SCONJ 6 mark
he PRON 6 nsubj
asked VERB 9 advcl ask
, PUNCT 6 punct
she PRON 9 nsubj
stays VERB 2 ccomp stay
. PUNCT 2 punct
"""


def test_a_condition_within_what_is_said_stays_there() -> None:
    """A fragment that no other cue verb governs is the speaker's own."""
    text = "She said, if he asked, she stays."
    roles = "source 0 1\ncue 1 2 0\ncontent 3 6 1\ncontent 7 9 1"
    (draft,) = read(text, CONDITION, roles)
    assert parts(text, draft) == ("She", ["said"], ["if he asked", "she stays"], [])
