"""Statements from trees of our own: by rule alone, and with the engine's fragments."""

from __future__ import annotations

from analysis_table import analysis_from_table, article_from_text
from dragoman.extract.statements import find_statements, needs_second_pass
from dragoman.records import StatementDraft


def read(text: str, table: str, roles: str = "") -> list[StatementDraft]:
    """Return the statements of a text with its tree spelled out."""
    return find_statements(article_from_text(text), analysis_from_table(text, table, roles=roles))


def parts(text: str, draft: StatementDraft) -> tuple[str | None, list[str], list[str], list[str]]:
    """Return a draft's source, cue, content and chain as strings."""
    return (
        None if draft.source is None else draft.source.of(text),
        [span.of(text) for span in draft.cue],
        [span.of(text) for span in draft.content],
        [span.of(text) for span in draft.via],
    )


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


ACCORDING = """
According VERB 3 case accord
to ADP 1 fixed
Interfax PROPN 10 obl
, PUNCT 3 punct
citing VERB 10 advcl cite
the DET 7 det
ministry NOUN 5 obj
, PUNCT 5 punct
talks NOUN 10 nsubj talk
failed VERB 0 root fail
. PUNCT 10 punct
"""


def test_an_agency_that_cites_another_is_the_chain() -> None:
    """ "According to Z, citing X": X speaks, through Z."""
    text = "According to Interfax, citing the ministry, talks failed."
    (draft,) = read(text, ACCORDING)
    assert parts(text, draft) == ("the ministry", ["According to"], ["talks failed"], ["Interfax"])


VIA = """
According VERB 4 case accord
to ADP 1 fixed
the DET 4 det
spokesman NOUN 10 obl
, PUNCT 7 punct
via ADP 7 case
Interfax PROPN 4 nmod
, PUNCT 4 punct
talks NOUN 10 nsubj talk
failed VERB 0 root fail
. PUNCT 10 punct
"""


def test_via_names_the_chain() -> None:
    """ "According to X, via Z": the source is X alone, the chain is Z."""
    text = "According to the spokesman, via Interfax, talks failed."
    (draft,) = read(text, VIA)
    assert parts(text, draft) == ("the spokesman", ["According to"], ["talks failed"], ["Interfax"])


TOLD = """
The DET 2 det
envoy NOUN 3 nsubj
told VERB 0 root tell
{} PROPN 3 iobj
that SCONJ 7 mark
talks NOUN 7 nsubj talk
failed VERB 3 ccomp fail
. PUNCT 3 punct
"""


def test_telling_an_outlet_is_a_chain_and_telling_a_person_is_not() -> None:
    """ "X told Reuters that …" came through Reuters; "X told Smith that …" came through nobody."""
    text = "The envoy told Reuters that talks failed."
    (draft,) = read(text, TOLD.format("Reuters"))
    assert parts(text, draft) == ("The envoy", ["told"], ["that talks failed"], ["Reuters"])
    text = "The envoy told Smith that talks failed."
    (draft,) = read(text, TOLD.format("Smith"))
    assert draft.via == ()


NESTED = """
The DET 2 det
envoy NOUN 3 nsubj
announced VERB 0 root announce
that SCONJ 6 mark
Dolan PROPN 6 nsubj
promised VERB 3 ccomp promise
to PART 8 mark
study VERB 6 xcomp
the DET 10 det
claim NOUN 8 obj
. PUNCT 3 punct
"""


def test_a_statement_inside_a_statement_is_its_child() -> None:
    """ "X announced that Y promised to …": two statements, the second inside the first."""
    text = "The envoy announced that Dolan promised to study the claim."
    outer, inner = read(text, NESTED)
    assert parts(text, outer)[2] == ["that Dolan promised to study the claim"]
    assert parts(text, inner) == ("Dolan", ["promised"], ["to study the claim"], [])
    assert (outer.parent, inner.parent) == (None, 0)
    assert (outer.force, inner.force) == ("assertion", "promise")


def test_a_content_with_a_cue_asks_for_a_second_pass() -> None:
    """Only contents that hold a further reporting cue are worth reading again."""
    text = "The envoy announced that Dolan promised to study the claim."
    outer, inner = read(text, NESTED)
    analysis = analysis_from_table(text, NESTED)
    assert needs_second_pass(analysis, outer) == [range(3, 10)]
    assert needs_second_pass(analysis, inner) == []


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


QUOTED_AS = """
The DET 2 det
envoy NOUN 4 nsubj:pass
was AUX 4 aux:pass be
quoted VERB 0 root quote
as ADP 6 mark
saying VERB 4 advcl say
talks NOUN 8 nsubj talk
failed VERB 6 ccomp fail
. PUNCT 4 punct
"""


def test_who_is_quoted_speaks() -> None:
    """ "X was quoted as saying …": X is the source."""
    text = "The envoy was quoted as saying talks failed."
    (draft,) = read(text, QUOTED_AS)
    assert parts(text, draft)[0] == "The envoy"
    assert parts(text, draft)[2] == ["talks failed"]


SOURCES = """
The DET 2 det
Journal PROPN 4 nmod:poss
’s PART 2 case
sources NOUN 5 nsubj source
insist VERB 0 root
talks NOUN 7 nsubj talk
failed VERB 5 ccomp fail
. PUNCT 5 punct
"""


def test_an_outlets_sources_speak_through_it() -> None:
    """ "the Journal's sources insist": the sources are the source, the Journal the chain."""
    text = "The Journal’s sources insist talks failed."
    (draft,) = read(text, SOURCES)
    assert parts(text, draft) == ("The Journal’s sources", ["insist"], ["talks failed"], ["The Journal"])


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


AS_NOTED = """
Talks NOUN 2 nsubj talk
failed VERB 0 root fail
, PUNCT 5 punct
as SCONJ 5 mark
reported VERB 2 advcl report
by ADP 7 case
Reuters PROPN 5 obl:agent
. PUNCT 2 punct
"""


def test_as_reported_by_names_the_source() -> None:
    """ "…, as reported by X" with no other source in the sentence: X is the source itself."""
    text = "Talks failed, as reported by Reuters."
    (draft,) = read(text, AS_NOTED)
    assert parts(text, draft)[0] == "Reuters"
    assert parts(text, draft)[2] == ["Talks failed"]
    assert draft.via == ()


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


RELAYED = """
The DET 2 det
envoy NOUN 3 nsubj
said VERB 0 root say
talks NOUN 5 nsubj talk
failed VERB 3 ccomp fail
, PUNCT 8 punct
as SCONJ 8 mark
reported VERB 3 advcl report
by ADP 10 case
{} PROPN 8 obl:agent
. PUNCT 3 punct
"""


def test_an_outlet_that_reports_a_statement_is_its_chain() -> None:
    """ "X said …, as reported by Reuters": X's statement, through Reuters; Smith would be no outlet."""
    text = "The envoy said talks failed, as reported by Reuters."
    (draft,) = read(text, RELAYED.format("Reuters"))
    assert parts(text, draft) == ("The envoy", ["said"], ["talks failed"], ["Reuters"])
    text = "The envoy said talks failed, as reported by Smith."
    assert all(draft.via == () for draft in read(text, RELAYED.format("Smith")))


INTERVIEW = """
The DET 2 det
envoy NOUN 3 nsubj
noted VERB 0 root note
in ADP 6 case
an DET 6 det
interview NOUN 3 obl
with ADP 8 case
{} PROPN 6 nmod
that SCONJ 11 mark
talks NOUN 11 nsubj talk
failed VERB 3 ccomp fail
. PUNCT 3 punct
"""


def test_an_interview_with_a_named_outlet_is_a_chain() -> None:
    """Whom the engine takes for an organization may be the outlet spoken to; a person may not."""
    for name, label, via in (("Varta", "organization", ["Varta"]), ("Smith", "person", [])):
        text = f"The envoy noted in an interview with {name} that talks failed."
        analysis = analysis_from_table(text, INTERVIEW.format(name), names=f"7 8 {label}")
        (draft,) = find_statements(article_from_text(text), analysis)
        assert parts(text, draft) == ("The envoy", ["noted"], ["that talks failed"], via)


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
