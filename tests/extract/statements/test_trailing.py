"""Attributions at a sentence's end: what they bring in, what stays inside it, and where it begins."""

from __future__ import annotations

from spelled_out import parts, read

LEADERS = """
Both DET 2 det
leaders NOUN 3 nsubj
agreed VERB 0 root agree
that SCONJ 6 mark
talks NOUN 6 nsubj
helped VERB 3 ccomp help
, PUNCT 3 punct
Orlov PROPN 9 nsubj
noted VERB 3 parataxis note
. PUNCT 3 punct
"""
LEADERS_TEXT = "Both leaders agreed that talks helped, Orlov noted."
INNER = """
source 0 2
cue 2 3 0
content 3 6 1
"""


def test_the_closing_attribution_takes_the_whole_sentence() -> None:
    """Where the engine marked only the inner clause, the tree's closing attribution comes around it."""
    outer, inner = read(LEADERS_TEXT, LEADERS, INNER)
    assert parts(LEADERS_TEXT, outer)[:3] == ("Orlov", ["noted"], ["Both leaders agreed that talks helped"])
    assert parts(LEADERS_TEXT, inner)[:3] == ("Both leaders", ["agreed"], ["that talks helped"])
    assert inner.parent == 0 and outer.parent is None


def test_a_marked_cue_without_content_does_so_too() -> None:
    """A cue and a source that the engine marked at the end, with nothing said, take the sentence."""
    outer, inner = read(LEADERS_TEXT, LEADERS, INNER + "source 7 8\ncue 8 9 3\n")
    assert parts(LEADERS_TEXT, outer)[0] == "Orlov" and inner.parent == 0


def test_an_attribution_in_the_middle_closes_nothing() -> None:
    """What goes on behind the attribution isn't cut off: only a sentence's end is read so."""
    text = "Both leaders agreed that talks helped, Orlov noted yesterday."
    table = LEADERS.replace(". PUNCT 3 punct", "yesterday NOUN 9 obl\n. PUNCT 3 punct")
    found = read(text, table, INNER)
    assert [parts(text, draft)[0] for draft in found] == ["Both leaders"]


COLON = """
Minister PROPN 3 nsubj
Orlov PROPN 1 flat
refused VERB 0 root refuse
: PUNCT 3 punct
nothing PRON 7 nsubj
was AUX 7 aux:pass be
sold VERB 3 parataxis sell
, PUNCT 10 punct
he PRON 10 nsubj
said VERB 3 parataxis say
. PUNCT 3 punct
"""


def test_what_he_says_begins_behind_the_colon() -> None:
    """A clause that tells how somebody took it leads up to his words and is none of them."""
    text = "Minister Orlov refused: nothing was sold, he said."
    (draft,) = read(text, COLON, "content 0 7 1\ncue 9 10 2\nsource 8 9\n")
    assert parts(text, draft)[:3] == ("he", ["said"], ["nothing was sold"])


THERE = """
There PRON 2 expl
was AUX 0 root be
one NUM 4 nummod
problem NOUN 2 nsubj
"""


def test_a_colon_within_what_is_said_stays() -> None:
    """Here "There was one problem: …" is said as a whole, for nobody acts in front of the colon."""
    text = "There was one problem: nothing was sold, he said."
    before, _, behind = COLON.partition(":")
    assert before.count("\n") == 4
    table = _renumbered(THERE + ":" + behind)
    (draft,) = read(text, table, "content 0 8 1\ncue 10 11 2\nsource 9 10\n")
    assert parts(text, draft)[2] == ["There was one problem: nothing was sold"]


def _renumbered(table: str) -> str:
    """Move the heads behind the colon by the one word that the clause before it is longer."""
    moved = []
    for number, line in enumerate(table.strip().splitlines()):
        form, upos, head, *rest = line.split()
        above = 2 if number > 4 and head == "3" else int(head) + 1 if number > 4 else int(head)
        moved.append(" ".join([form, upos, str(above), *rest]))
    return "\n".join(moved)


ANEW = """
“ PUNCT 3 punct
Nobody PRON 3 nsubj
objects VERB 6 ccomp object
, PUNCT 3 punct
” PUNCT 3 punct
Orlov PROPN 6 nsubj
said VERB 0 root say
. PUNCT 6 punct

“ PUNCT 3 punct
We PRON 3 nsubj
agree VERB 0 root agree
. PUNCT 3 punct
” PUNCT 3 punct

Trade NOUN 6 nsubj
, PUNCT 4 punct
Lindt PROPN 4 nsubj
insisted VERB 6 parataxis insist
, PUNCT 4 punct
grows VERB 0 root grow
. PUNCT 6 punct
"""


def test_a_fragment_that_runs_into_another_attribution_is_cut() -> None:
    """The unquoted sentence behind a quotation belongs to the speaker that its own cue names."""
    text = "“Nobody objects,” Orlov said. “We agree.” Trade, Lindt insisted, grows."
    roles = "content 0 5 2\nsource 5 6\ncue 6 7 1\ncontent 8 14 2\n"
    roles += "source 15 16\ncue 16 17 4\ncontent 18 19 5\n"
    first, second = read(text, ANEW, roles)
    assert parts(text, first)[:3] == ("Orlov", ["said"], ["“Nobody objects,”", "“We agree.”"])
    assert parts(text, second)[:3] == ("Lindt", ["insisted"], ["Trade", "grows"])
