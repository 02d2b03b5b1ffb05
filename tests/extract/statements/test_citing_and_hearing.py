"""Who is cited speaks, who is asked doesn't, and what an author says himself is nobody's statement."""

from __future__ import annotations

from spelled_out import parts, read

from analysis_table import analysis_from_table, article_from_text
from dragoman.extract.statements import find_statements

REPORTING = """
Reuters PROPN 3 nsubj
is AUX 3 aux be
reporting VERB 0 root report
, PUNCT 5 punct
citing VERB 3 advcl cite
two NUM 7 nummod
delegates NOUN 5 obj delegate
, PUNCT 11 punct
that SCONJ 11 mark
talks NOUN 11 nsubj talk
failed VERB 5 ccomp fail
. PUNCT 3 punct
"""


def test_who_is_cited_speaks_and_the_agency_carries_his_words() -> None:
    """Where the engine takes those cited for what was said, they are the source of what follows them."""
    text = "Reuters is reporting, citing two delegates, that talks failed."
    (draft,) = read(text, REPORTING, "cue 4 5\ncontent 5 7 0\ncontent 8 11 0")
    assert parts(text, draft) == ("two delegates", ["is reporting"], ["that talks failed"], ["Reuters"])


DESCRIBED = """
Reuters PROPN 11 nsubj
, PUNCT 3 punct
citing VERB 1 acl cite
what PRON 3 obj
it PRON 6 nsubj
called VERB 4 acl:relcl call
an DET 9 det
informed ADJ 9 amod
source NOUN 6 obj
, PUNCT 1 punct
said VERB 0 root say
talks NOUN 13 nsubj talk
failed VERB 11 ccomp fail
. PUNCT 11 punct
"""


def test_what_it_called_a_source_is_the_source() -> None:
    """ "Citing what it called an informed source": that source speaks, and makes no statement of its own."""
    text = "Reuters, citing what it called an informed source, said talks failed."
    roles = "source 0 1\ncue 2 3 0\ncontent 3 9 1\ncue 10 11 0\ncontent 11 13 3"
    (draft,) = read(text, DESCRIBED, roles)
    assert parts(text, draft) == ("an informed source", ["said"], ["talks failed"], ["Reuters"])


REASON = """
Orlov PROPN 2 nsubj
resigned VERB 0 root resign
, PUNCT 4 punct
citing VERB 2 advcl cite
poor ADJ 6 amod
health NOUN 4 obj
. PUNCT 2 punct
"""


def test_a_reason_that_is_cited_stays_what_is_said() -> None:
    """ "Citing poor health" gives a reason: health is nobody who speaks."""
    text = "Orlov resigned, citing poor health."
    (draft,) = read(text, REASON, "source 0 1\ncue 3 4 0\ncontent 4 6 1")
    assert parts(text, draft) == ("Orlov", ["citing"], ["poor health"], [])


PRESSED = """
{} VERB 8 advcl {}
whether SCONJ 4 mark
talks NOUN 4 nsubj talk
failed VERB 1 ccomp fail
, PUNCT 1 punct
the DET 7 det
envoy NOUN 8 nsubj
shrugged VERB 0 root shrug
. PUNCT 8 punct
"""
PRESSED_ROLES = "cue 0 1 2\ncontent 1 4 0\nsource 5 7"


def test_who_is_asked_does_not_say_what_is_asked() -> None:
    """ "Asked whether …, the envoy shrugged" is nobody's question; "Asking whether …" is the envoy's own."""
    text = "Asked whether talks failed, the envoy shrugged."
    (draft,) = read(text, PRESSED.format("Asked", "ask"), PRESSED_ROLES)
    assert parts(text, draft)[:3] == (None, ["Asked"], ["whether talks failed"])
    text = "Asking whether talks failed, the envoy shrugged."
    (draft,) = read(text, PRESSED.format("Asking", "ask"), PRESSED_ROLES)
    assert parts(text, draft)[0] == "the envoy"


TOLD = """
{} NOUN 2 nsubj
told VERB 0 root tell
of ADP 4 case
threats NOUN 2 obl threat
"""


def test_a_court_that_is_told_does_not_tell() -> None:
    """In a headline "Court told of threats" is a passive; "Widow told of threats" leaves her the teller."""
    (draft,) = read("Court told of threats", TOLD.format("Court"), "source 0 1\ncue 1 2 0\ncontent 2 4 1")
    assert draft.source is None
    text = "Widow told of threats"
    (draft,) = read(text, TOLD.format("Widow"), "source 0 1\ncue 1 2 0\ncontent 2 4 1")
    assert parts(text, draft)[0] == "Widow"


LABEL = """
{} NOUN 0 root
: PUNCT 1 punct
why ADV 5 advmod
talks NOUN 5 nsubj talk
failed VERB 1 parataxis fail
"""


def test_a_label_over_a_text_says_nothing() -> None:
    """ "ANALYSIS: why talks failed" has no speaker and is no statement; "Minister: …" is the minister's."""
    roles = "source 0 1\ncue 1 2 0\ncontent 2 5 1"
    assert read("ANALYSIS: why talks failed", LABEL.format("ANALYSIS"), roles) == []
    (draft,) = read("Minister: why talks failed", LABEL.format("Minister"), roles)
    assert draft.source is not None


WORTH = """
It PRON 3 expl
is AUX 3 cop be
worth ADJ 0 root
{} VERB 3 csubj
that SCONJ 7 mark
talks NOUN 7 nsubj talk
failed VERB 4 ccomp fail
. PUNCT 3 punct
"""


def test_what_an_author_points_to_is_his_own() -> None:
    """ "It is worth noting that …" is the article's own voice and no statement; "It is rumored that …" is."""
    text = "It is worth noting that talks failed."
    assert read(text, WORTH.format("noting"), "cue 0 4\ncontent 4 7 0") == []
    text = "It is rumored that talks failed."
    table = "It PRON 3 expl\nis AUX 3 aux:pass be\nrumored VERB 0 root rumor\nthat SCONJ 6 mark\n" \
        "talks NOUN 6 nsubj talk\nfailed VERB 3 ccomp fail\n. PUNCT 3 punct\n"  # fmt: skip
    assert len(read(text, table, "cue 0 3\ncontent 3 6 0")) == 1


QUESTION = """
What PRON 2 obj
next ADV 0 root
? PUNCT 2 punct

According VERB 3 case accord
to ADP 1 fixed
Orlov PROPN 6 obl
, PUNCT 3 punct
talks NOUN 6 nsubj talk
failed VERB 0 root fail
. PUNCT 6 punct
"""


def test_a_question_before_according_to_is_the_authors() -> None:
    """ "What next? According to Orlov, …": Orlov answers and didn't ask."""
    text = "What next? According to Orlov, talks failed."
    (draft,) = read(text, QUESTION, "content 0 3 1\ncue 3 5 2\nsource 5 6\ncontent 7 9 1")
    assert parts(text, draft)[:3] == ("Orlov", ["According to"], ["talks failed"])


APART = """
Some DET 2 det
laughed VERB 0 root laugh
; PUNCT 10 punct
others PRON 10 nsubj other
, PUNCT 8 punct
according VERB 8 case accord
to ADP 6 fixed
Orlov PROPN 10 obl
, PUNCT 8 punct
left VERB 2 parataxis leave
. PUNCT 2 punct
"""


def test_according_to_does_not_reach_over_a_semicolon() -> None:
    """ "Some laughed; others, according to Orlov, left": he is the source for those who left alone."""
    text = "Some laughed; others, according to Orlov, left."
    (draft,) = read(text, APART, "content 0 2 1\ncue 5 7 2\nsource 7 8")
    assert parts(text, draft)[2] == ["others", "left"]


EVENING = """
The DET 2 det
spokesman NOUN 5 nsubj
{} NOUN 4 compound
{} NOUN 2 nmod
denied VERB 0 root deny
that PRON 5 obj
. PUNCT 5 punct
"""


def test_a_time_of_day_is_no_part_of_a_source() -> None:
    """ "The spokesman yesterday evening denied": the source ends before the time."""
    text = "The spokesman yesterday evening denied that."
    (draft,) = read(text, EVENING.format("yesterday", "evening"), "source 0 4\ncue 4 5 0\ncontent 5 6 1")
    assert parts(text, draft)[0] == "The spokesman"
    text = "The spokesman team leader denied that."
    (draft,) = read(text, EVENING.format("team", "leader"), "source 0 4\ncue 4 5 0\ncontent 5 6 1")
    assert parts(text, draft)[0] == "The spokesman team leader"


DISCLOSED = """
{} PROPN 2 nsubj
disclosed VERB 0 root disclose
to ADP 4 case
{} PROPN 2 obl
that SCONJ 7 mark
talks NOUN 7 nsubj talk
failed VERB 2 ccomp fail
. PUNCT 2 punct

Orlov PROPN 2 nsubj
read VERB 0 root
the DET 4 det
{} NOUN 2 obj
{} PROPN 4 appos
. PUNCT 2 punct
"""


def test_an_outlet_is_what_the_article_calls_one() -> None:
    """Words disclosed "to Palabir" came through it if the article calls it "the daily Palabir" anywhere."""
    text = "Orlov disclosed to Palabir that talks failed. Orlov read the daily Palabir."
    found = read(text, DISCLOSED.format("Orlov", "Palabir", "daily", "Palabir"))
    assert parts(text, found[0])[3] == ["Palabir"]
    text = "Orlov disclosed to Palabir that talks failed. Orlov read the poet Palabir."
    found = read(text, DISCLOSED.format("Orlov", "Palabir", "poet", "Palabir"))
    assert found[0].via == ()


BEFORE = """
Orlov PROPN 2 nsubj
objected VERB 0 root object
. PUNCT 2 punct

{} {} 2 nsubj
said VERB 0 root say
no INTJ 2 obj
. PUNCT 2 punct
"""


def test_the_cues_own_subject_outweighs_a_source_of_the_sentence_before() -> None:
    """A name that is the cue's subject speaks, though the engine linked the cue to a source before it."""
    text = "Orlov objected. Dolan said no."
    roles = "source 0 1\ncue 4 5 0\ncontent 5 6 1"
    (draft,) = read(text, BEFORE.format("Dolan", "PROPN"), roles)
    assert parts(text, draft)[0] == "Dolan"
    text = "Orlov objected. All said no."
    (draft,) = read(text, BEFORE.format("All", "DET"), roles)
    assert parts(text, draft)[0] == "Orlov"


REPORTED = """
Orlov PROPN 3 nsubj:pass
is AUX 3 aux:pass be
{} VERB 0 root {}
to PART 6 mark
have AUX 6 aux
told VERB 3 xcomp tell
Dolan PROPN 6 iobj
that SCONJ 10 mark
talks NOUN 10 nsubj talk
failed VERB 6 ccomp fail
. PUNCT 3 punct
"""


def test_who_is_reported_to_have_told_something_speaks() -> None:
    """ "Orlov is reported to have told Dolan that …": Orlov is no part of what was said, but its source."""
    text = "Orlov is reported to have told Dolan that talks failed."
    roles = "content 0 1 1\ncue 1 6\ncontent 6 10 1"
    (draft,) = read(text, REPORTED.format("reported", "report"), roles)
    assert parts(text, draft)[:3] == ("Orlov", ["is reported to have told"], ["Dolan that talks failed"])


QUOTED = """
Dolan PROPN 2 nsubj
agreed VERB 0 root agree
. PUNCT 2 punct

Orlov PROPN 3 nsubj:pass
was AUX 3 aux:pass be
quoted VERB 0 root quote
by ADP 5 case
Reuters PROPN 3 obl:agent
as ADP 7 mark
saying VERB 3 advcl say
talks NOUN 9 nsubj talk
failed VERB 7 ccomp fail
. PUNCT 3 punct
"""


def test_who_is_quoted_as_saying_it_speaks() -> None:
    """ "Orlov was quoted by Reuters as saying …" is Orlov's, through Reuters, and says nothing beside."""
    text = "Dolan agreed. Orlov was quoted by Reuters as saying talks failed."
    roles = "source 0 1\ncontent 3 4 2\ncue 4 6 0\ncue 9 10 0\ncontent 10 12 3"
    (draft,) = read(text, QUOTED, roles)
    assert parts(text, draft) == ("Orlov", ["saying"], ["talks failed"], ["Reuters"])


MARKED = """
Orlov PROPN 2 nsubj
said VERB 0 root say
both DET 4 det
sides NOUN 6 nsubj side
“ PUNCT 6 punct
agreed VERB 2 ccomp agree
to PART 8 mark
rest VERB 6 xcomp
” PUNCT 6 punct
and CCONJ 13 cc
all PRON 13 nsubj
was AUX 13 cop be
well ADJ 8 conj
. PUNCT 2 punct
"""


def test_what_begins_in_a_quotation_ends_with_it() -> None:
    """An inner statement that begins inside somebody's quoted words doesn't run on behind their mark."""
    text = "Orlov said both sides “agreed to rest” and all was well."
    outer, inner = read(text, MARKED, "source 0 1\ncue 1 2 0\ncontent 2 13 1")
    assert parts(text, outer)[2] == ["both sides “agreed to rest” and all was well"]
    assert parts(text, inner)[2] == ["to rest"]


NEWSPAPER = """
The DET 2 det
envoy NOUN 3 nsubj
told VERB 0 root tell
the DET 5 det
{} NOUN 3 iobj
Palabir PROPN 3 obj
that SCONJ 9 mark
talks NOUN 9 nsubj talk
failed VERB 3 ccomp fail
. PUNCT 3 punct
"""


def test_a_newspapers_name_belongs_to_its_noun() -> None:
    """ "Told the newspaper Palabir that …": the chain is the newspaper with its name."""
    text = "The envoy told the newspaper Palabir that talks failed."
    analysis = analysis_from_table(text, NEWSPAPER.format("newspaper"), names="5 6 other")
    (draft,) = find_statements(article_from_text(text), analysis)
    assert parts(text, draft)[3] == ["the newspaper Palabir"]
    text = "The envoy told the deputy Palabir that talks failed."
    analysis = analysis_from_table(text, NEWSPAPER.format("deputy"), names="5 6 other")
    (draft,) = find_statements(article_from_text(text), analysis)
    assert draft.via == ()
