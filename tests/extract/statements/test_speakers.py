"""Whose a quotation is: the speaker that touches it, or nobody."""

from __future__ import annotations

from spelled_out import parts, read

QUOTED = """
“ PUNCT 3 punct
Talks NOUN 3 nsubj talk
failed VERB 7 ccomp fail
, PUNCT 3 punct
” PUNCT 3 punct
he PRON 7 nsubj
said VERB 0 root say
. PUNCT 7 punct

“ PUNCT 3 punct
We PRON 3 nsubj
leave VERB 0 root
. PUNCT 3 punct
” PUNCT 3 punct
"""


def test_a_split_quotation_is_one_statement() -> None:
    """What goes on behind the attribution in the same paragraph belongs to it."""
    text = "“Talks failed,” he said. “We leave.”"
    (draft,) = read(text, QUOTED)
    assert parts(text, draft) == ("he", ["said"], ["“Talks failed,”", "“We leave.”"], [])
    assert draft.form == "direct"


def test_a_quotation_in_the_next_paragraph_is_nobodys() -> None:
    """A paragraph that is only a quotation isn't given to the nearest name."""
    text = "“Talks failed,” he said.\n\n“We leave.”"
    first, second = read(text, QUOTED)
    assert parts(text, first) == ("he", ["said"], ["“Talks failed,”"], [])
    assert parts(text, second) == (None, [], ["“We leave.”"], [])


SCARE = """
The DET 5 det
so-called ADJ 5 amod
“ PUNCT 5 punct
tame ADJ 5 amod
foxes NOUN 7 nsubj fox
” PUNCT 5 punct
slept VERB 0 root sleep
. PUNCT 7 punct
"""


def test_scare_quotes_are_left_alone() -> None:
    """One to three words held at arm's length are nobody's statement."""
    assert read("The so-called “tame foxes” slept.", SCARE) == []


MIXED = """
The DET 2 det
envoy NOUN 3 nsubj
said VERB 0 root say
talks NOUN 6 nsubj talk
had AUX 6 aux have
failed VERB 3 ccomp fail
“ PUNCT 9 punct
beyond ADP 9 case
repair NOUN 6 obl
” PUNCT 9 punct
. PUNCT 3 punct
"""


def test_a_partial_quotation_makes_its_statement_mixed() -> None:
    """A few quoted words inside reported speech belong to the report."""
    text = "The envoy said talks had failed “beyond repair”."
    (draft,) = read(text, MIXED)
    assert parts(text, draft)[2] == ["talks had failed “beyond repair”"]
    assert draft.form == "mixed"


HINGED = """
The DET 2 det
envoy NOUN 3 nsubj
said VERB 0 root say
that SCONJ 7 mark
“ PUNCT 7 punct
talks NOUN 7 nsubj talk
failed VERB 3 ccomp fail
. PUNCT 7 punct
” PUNCT 7 punct
"""


def test_that_before_the_opening_mark_leaves_a_quotation_direct() -> None:
    """ "said that “…”": the hinge word is the author's, the rest the source's."""
    text = "The envoy said that “talks failed.”"
    (draft,) = read(text, HINGED)
    assert parts(text, draft)[2] == ["that “talks failed.”"]
    assert draft.form == "direct"


COLON = """
She PRON 2 nsubj
turned VERB 0 root turn
to ADP 5 case
the DET 5 det
crowd NOUN 2 obl
: PUNCT 2 punct
“ PUNCT 9 punct
We PRON 9 nsubj
stay VERB 2 parataxis
. PUNCT 9 punct
” PUNCT 9 punct
"""


def test_a_colon_hands_over_to_whoever_acts() -> None:
    """ "She turned to the crowd: “…”": the sentence's subject speaks."""
    text = "She turned to the crowd: “We stay.”"
    (draft,) = read(text, COLON)
    assert parts(text, draft) == ("She", ["turned"], ["“We stay.”"], [])


INVERTED = """
“ PUNCT 3 punct
We PRON 3 nsubj
stay VERB 6 ccomp
, PUNCT 3 punct
” PUNCT 3 punct
said VERB 0 root say
Ann PROPN 6 nsubj
Low PROPN 7 flat
, PUNCT 11 punct
a DET 11 det
pilot NOUN 7 appos
. PUNCT 6 punct
"""


def test_a_speaker_behind_the_verb_keeps_the_apposition() -> None:
    """ "“…,” said X, a Z.": the source is the whole noun phrase."""
    text = "“We stay,” said Ann Low, a pilot."
    (draft,) = read(text, INVERTED)
    assert parts(text, draft) == ("Ann Low, a pilot", ["said"], ["“We stay,”"], [])


def test_a_quotation_that_the_engine_missed_gets_the_speaker_that_touches_it() -> None:
    """Marks by rule and fragments by the engine end on one statement each."""
    text = "“Talks failed,” he said. “We leave.”"
    (draft,) = read(text, QUOTED, "content 0 4")
    assert parts(text, draft) == ("he", ["said"], ["“Talks failed,”", "“We leave.”"], [])


CARRIED_ON = """
Ann PROPN 2 nsubj
praised VERB 0 root praise
Low PROPN 2 obj
for SCONJ 6 mark
“ PUNCT 6 punct
saving VERB 2 advcl save
the DET 9 det
old ADJ 9 amod
bridge NOUN 6 obj
, PUNCT 6 punct
” PUNCT 6 punct
and CCONJ 13 cc
noted VERB 2 conj note
that SCONJ 16 mark
trade NOUN 16 nsubj
grew VERB 13 ccomp grow
. PUNCT 2 punct
"""


def test_a_verb_that_goes_on_to_something_else_is_no_attribution() -> None:
    """ "… for “…,” and noted that …": "noted" brings in what follows it, not the quotation."""
    text = "Ann praised Low for “saving the old bridge,” and noted that trade grew."
    drafts = read(text, CARRIED_ON)
    noted = next(d for d in drafts if d.cue and d.cue[0].of(text) == "noted")
    assert parts(text, noted) == ("Ann", ["noted"], ["that trade grew"], [])
    assert all(
        "bridge" not in c.of(text) or d.cue[0].of(text) == "praised" for d in drafts for c in d.content
    )


CHANTS = """
“ PUNCT 3 punct
Go VERB {} go
! PUNCT 2 punct
” PUNCT 2 punct
{}
. PUNCT 2 punct
"""


def test_a_crowd_that_chants_speaks() -> None:
    """Loud and low ways of speaking are speech too, beside a quotation."""
    text = "“Go!” people chanted."
    (draft,) = read(text, CHANTS.format("6 ccomp", "people NOUN 6 nsubj\nchanted VERB 0 root chant"))
    assert parts(text, draft) == ("people", ["chanted"], ["“Go!”"], [])


def test_chants_that_break_out_are_no_verb() -> None:
    """ "“Go!” chants rose": the chants are what rises, nobody is named who chants."""
    text = "“Go!” chants rose."
    found = read(text, CHANTS.format("6 parataxis", "chants NOUN 6 nsubj chant\nrose VERB 0 root rise"))
    assert all(not draft.cue for draft in found)
