"""What has the shape of a statement and is nobody's: likelihoods, appearances, names, what facts show."""

from __future__ import annotations

import pytest
from spelled_out import parts, read

from dragoman.records import StatementDraft

CERTAIN = """
The DET 2 det
dam NOUN 4 nsubj
is AUX 4 cop be
{} ADJ 0 root
to PART 7 mark
be AUX 7 aux:pass
built VERB 4 xcomp build
. PUNCT 4 punct
"""


@pytest.mark.parametrize(("word", "told"), [("certain", 0), ("likely", 0), ("ready", 1)])
def test_what_is_certain_to_happen_is_said_by_nobody(word: str, told: int) -> None:
    """ "The dam is certain to be built" weighs its chances for the author; "is ready to" tells of a will."""
    found = read(f"The dam is {word} to be built.", CERTAIN.format(word), "cue 2 4\ncontent 4 7 0")
    assert len(found) == told


def test_who_is_certain_that_something_is_so_says_it() -> None:
    """With a clause behind it the same word is an opinion: "the mayor is certain that dams last"."""
    text = "The mayor is certain that dams last."
    table = """
The DET 2 det
mayor NOUN 4 nsubj
is AUX 4 cop be
certain ADJ 0 root
that SCONJ 7 mark
dams NOUN 7 nsubj dam
last VERB 4 ccomp
. PUNCT 4 punct
"""
    (draft,) = read(text, table, "source 0 2\ncue 2 4 0\ncontent 4 7 1")
    assert parts(text, draft)[:2] == ("The mayor", ["is certain"])


NAMED = """
The DET 2 det
valley NOUN 4 nsubj:pass
{} AUX 4 aux:pass
{} VERB 0 root
as ADP 7 case
the DET 7 det
Sink PROPN 4 obl
. PUNCT 4 punct
"""


@pytest.mark.parametrize(("verb", "told"), [("known", 0), ("described", 1)])
def test_a_name_is_no_opinion(verb: str, told: int) -> None:
    """What "is known as the Sink" only has that name; what "is described as" so is somebody's words."""
    found = read(f"The valley is {verb} as the Sink.", NAMED.format("is", verb), "cue 2 5\ncontent 5 7 0")
    assert len(found) == told


@pytest.mark.parametrize(("verb", "lemma", "told"), [("appears", "appear", 0), ("says", "say", 1)])
def test_what_only_appears_so_is_said_by_nobody(verb: str, lemma: str, told: int) -> None:
    """Where no one is named to whom it appears so, it does to the author."""
    table = f"""
{verb} VERB 0 root {lemma}
the DET 3 det
dam NOUN 4 nsubj
holds VERB 1 ccomp hold
. PUNCT 1 punct
"""
    assert len(read(f"{verb} the dam holds.", table, "cue 0 1\ncontent 1 4 0")) == told


def _inside(subject: str, verb: str, lemma: str) -> list[StatementDraft]:
    """Read "She noted SUBJECT VERB that dams last.", the outer statement marked by the engine."""
    table = f"""
She PRON 2 nsubj she
noted VERB 0 root note
{subject} PRON 4 nsubj {subject}
{verb} VERB 2 ccomp {lemma}
that SCONJ 7 mark
dams NOUN 7 nsubj dam
last VERB 4 ccomp
. PUNCT 2 punct
"""
    text = f"She noted {subject} {verb} that dams last."
    return read(text, table, "source 0 1\ncue 1 2 0\ncontent 2 7 1")


@pytest.mark.parametrize(
    ("subject", "verb", "lemma", "inner"),
    [
        ("it", "proves", "prove", 0),
        ("it", "shows", "show", 0),
        ("it", "believes", "believe", 1),
        ("he", "suggests", "suggest", 1),
    ],
)
def test_a_fact_inside_what_is_said_says_nothing_itself(
    subject: str, verb: str, lemma: str, inner: int
) -> None:
    """ "It proves that …" inside somebody's words is his own step; "it believes that …" is a body's view."""
    assert len(_inside(subject, verb, lemma)) == 1 + inner


WHO = """
She PRON 2 nsubj she
noted VERB 0 root note
{} PRON 8 nsubj
who PRON 5 nsubj
believes VERB 3 acl:relcl believe
dams NOUN 7 nsubj dam
last VERB 5 ccomp
sleeps VERB 2 ccomp sleep
. PUNCT 2 punct
"""


@pytest.mark.parametrize(("head", "inner"), [("anyone", 0), ("Oslo", 1)])
def test_anyone_who_believes_something_is_nobody(head: str, inner: int) -> None:
    """ "Anyone who believes dams last" tells of a kind of people; a name before "who" tells of its bearer."""
    text = f"She noted {head} who believes dams last sleeps."
    found = read(text, WHO.format(head), "source 0 1\ncue 1 2 0\ncontent 2 8 1")
    assert len(found) == 1 + inner


POLLED = """
By ADP 3 case
60 NUM 3 nummod
% NOUN 7 nsubj
, PUNCT 3 punct
those DET 6 det
polled NOUN 3 appos
said VERB 0 root say
dams NOUN 9 nsubj dam
last VERB 7 ccomp
. PUNCT 7 punct
"""


def test_a_share_does_not_speak_where_those_asked_do() -> None:
    """In "By 60%, those polled said …" those polled say it, even where the engine links the share."""
    text = "By 60%, those polled said dams last."
    (draft,) = read(text, POLLED, "source 1 3\nsource 4 6\ncue 6 7 0\ncontent 7 9 2")
    assert parts(text, draft)[0] == "those polled"


def test_a_share_speaks_where_nobody_else_does() -> None:
    """In "60% said …" the share is the source."""
    text = "60% said dams last."
    table = """
60 NUM 2 nummod
% NOUN 3 nsubj
said VERB 0 root say
dams NOUN 5 nsubj dam
last VERB 3 ccomp
. PUNCT 3 punct
"""
    (draft,) = read(text, table, "source 0 2\ncue 2 3 0\ncontent 3 5 1")
    assert parts(text, draft)[0] == "60%"


@pytest.mark.parametrize(
    ("source", "who"), [("source 1 6", "those polled"), ("source 4 6", "those polled"), ("source 1 3", "60%")]
)
def test_figures_before_a_comma_are_no_part_of_who_speaks(source: str, who: str) -> None:
    """The engine may take the share and those polled for one source; a share alone stays what it is."""
    text = "By 60%, those polled said dams last."
    (draft,) = read(text, POLLED, f"{source}\ncue 6 7 0\ncontent 7 9 1")
    assert parts(text, draft)[0] == who
