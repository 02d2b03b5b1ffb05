"""Statements inside statements, and the outlets that words came through."""

from __future__ import annotations

import pytest
from spelled_out import parts, read

from analysis_table import analysis_from_table, article_from_text
from dragoman.extract.statements import find_statements, needs_second_pass

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


CONTRAST = """
She PRON 2 nsubj
noted VERB 0 root note
Oslo PROPN 4 nsubj
believes VERB 2 ccomp believe
that SCONJ 7 mark
rates NOUN 7 nsubj rate
fall VERB 4 ccomp fall
, PUNCT 11 punct
while SCONJ 11 mark
Bern PROPN 11 nsubj
insists VERB 7 advcl insist
that SCONJ 14 mark
they PRON 14 nsubj
rise VERB 11 ccomp rise
. PUNCT 2 punct
"""


def test_what_while_sets_against_a_statement_is_no_part_of_it() -> None:
    """ "X believes that …, while Y insists that …": both are the speaker's words, neither is in the other."""
    text = "She noted Oslo believes that rates fall, while Bern insists that they rise."
    drafts = read(text, CONTRAST)
    told = {draft.source.of(text): draft for draft in drafts if draft.source}
    assert [span.of(text) for span in told["Oslo"].content] == ["that rates fall"]
    assert [span.of(text) for span in told["Bern"].content] == ["that they rise"]
    assert told["Oslo"].parent == told["Bern"].parent == drafts.index(told["She"])


def test_while_in_time_stays_inside() -> None:
    """Where no second source speaks behind "while", the clause belongs to what is said."""
    text = "She noted Oslo believes that rates fall, while Bern sleeps that they rise."
    told = {d.source.of(text): d for d in read(text, CONTRAST.replace("insist", "sleep")) if d.source}
    assert "Bern" not in told
    assert told["Oslo"].content[-1].of(text).endswith("they rise")


HANDED_ON = """
“ PUNCT 3 punct
It PRON 3 nsubj
stays VERB 8 ccomp stay
, PUNCT 3 punct
” PUNCT 3 punct
the DET 7 det
mayor NOUN 8 nsubj
{}
according VERB {noun} case accord
to ADP 1 fixed
a DET {noun} det
recording NOUN 8 obl
. PUNCT 8 punct
"""


def _handed_on(middle: str) -> str:
    """Return the tree with the words between the mayor and "according", one a line."""
    lines = middle.strip()
    return HANDED_ON.format(lines, noun=7 + len(lines.splitlines()) + 4)


TOLD_LISTENERS = "told VERB 0 root tell\nlisteners NOUN 8 obj listener"


@pytest.mark.parametrize("last", [8, 9])
def test_who_is_quoted_speaks_inside_what_hands_it_on(last: int) -> None:
    """ "“…,” the mayor told listeners, according to a recording": two statements, his in the recording's.

    The recording tells the whole clause, up to the comma, wherever the engine ends it.
    """
    text = "“It stays,” the mayor told listeners, according to a recording."
    roles = f"content 0 {last} 1\ncue 10 12 2\nsource 12 14"
    inner, outer = read(text, _handed_on(TOLD_LISTENERS + "\n, PUNCT 8 punct"), roles)
    assert parts(text, inner) == ("the mayor", ["told"], ["“It stays,”"], [])
    assert parts(text, outer)[0] == "a recording"
    assert parts(text, outer)[2] == ["“It stays,” the mayor told listeners"]
    assert (inner.parent, outer.parent, inner.form) == (1, None, "direct")


def test_a_speaker_is_inside_even_where_he_fills_what_is_handed_on() -> None:
    """ "“…,” the mayor said, according to …": the inner statement is as long as the outer one's content."""
    text = "“It stays,” the mayor said, according to a recording."
    table = _handed_on("said VERB 0 root say\n, PUNCT 8 punct")
    inner, outer = read(text, table, "content 0 8 1\ncue 9 11 2\nsource 11 13")
    assert parts(text, inner)[:2] == ("the mayor", ["said"])
    assert (inner.parent, outer.parent) == (1, None)


def test_content_grows_to_a_comma_alone() -> None:
    """Where no comma stands before "according to", a content is left as long as the engine has it."""
    text = "“It stays,” the mayor told listeners according to a recording."
    drafts = read(text, _handed_on(TOLD_LISTENERS), "content 0 8 1\ncue 9 11 2\nsource 11 13")
    assert ["“It stays,” the mayor told"] in [parts(text, draft)[2] for draft in drafts]
