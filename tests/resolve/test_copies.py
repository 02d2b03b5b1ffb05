"""Copies: what is one text printed again, what only looks like it, and that order doesn't matter."""

import random
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.resolve import CopyIndex, Document, copies
from dragoman.resolve.credits import credit_of, is_agency
from dragoman.resolve.overlap import overlap
from dragoman.resolve.shingles import SHINGLE, WINDOW, fingerprint

WIRE = [
    "TRELLIS (Specimen Wire) — The ministers of Norland and Estavia met in Trellis on Monday to discuss the "
    "tolls on the canal, and stayed longer than their staff had planned.",
    "Norland wants the tolls halved within five years, while Estavia, which keeps the locks, would rather "
    "see them raised to pay for new gates.",
    "“We have agreed on nine points of ten,” the minister of Norland said, “and the tenth is the one that "
    "people will ask about.”",
    "Skippers at the lower locks, where 140 barges were waiting on Monday evening, said that they did not "
    "care who was right, as long as somebody opened the gates.",
    "A commission of twelve is to inspect the works before the end of May, and neither side would say what "
    "happens if it finds them wanting.",
    "The last treaty on the canal, signed thirty years ago, runs out in August.",
]
OWN = [
    "Our town has lived by the canal since the first locks were dug, and there is hardly a family here that "
    "has nobody on the barges.",
    "The harbour master showed us his book on Sunday: in April there were fewer boats than in any April "
    "since the flood, and the grain went by rail.",
    "At the inn by the bridge the talk is of nothing else, though few expect that the ministers will settle "
    "anything before the harvest.",
    "The mayor, who was a skipper himself, has asked for a hearing in the provincial assembly, and has been "
    "told to wait until the commission has met.",
    "Freight by rail costs a third more than by water, says the chamber of trade, which has counted what the "
    "mills have lost since the winter.",
    "A school class from the upper town has painted the lock gates on a wall, each with a face, and all of "
    "the faces look worried.",
]
DAY = date(2016, 5, 2)


def document(id: str, paragraphs: list[str], day: date | None = DAY, paper: str | None = None) -> Document:
    """Build a document."""
    return Document(id, "\n\n".join(paragraphs), day, paper)


def grouped(*documents: Document) -> list[tuple[str, ...]]:
    """Return the members of each group."""
    return [group.members for group in copies(documents)]


def kind_of(one: list[str], two: list[str]) -> str | None:
    """Return the kind of two texts' overlap."""
    found = overlap("a", fingerprint("\n".join(one)), "b", fingerprint("\n".join(two)))
    return found and found.kind


EDITED = [
    p.replace("discuss", "talk about").replace("halved", "cut by half").replace("waiting", "queuing")
    for p in WIRE
]


@pytest.mark.parametrize(
    ("copy", "kind"),
    [
        ([p.upper().replace("“", '"').replace("”", '"') for p in WIRE], "exact"),
        (["Ministers meet over tolls", *WIRE], "near"),
        ([WIRE[0].replace("TRELLIS (Specimen Wire) — ", ""), *WIRE[1:], "© Specimen Wire"], "near"),
        (WIRE[:3], "near"),
        (WIRE[:2], "near"),
        ([*WIRE[:2], *WIRE[4:]], "near"),
        (EDITED, "near"),
        ([p.replace("140", "104") for p in WIRE] + ["Correction: the number of barges was wrong."], "near"),
        ([*WIRE, *OWN[:2]], "near"),
        (["In Trellis the canal was on the table again.", *WIRE[1:]], "near"),
        (WIRE[::-1], "near"),
    ],
    ids=["marks", "title", "header", "cut", "short", "dropped", "edited", "corrected", "own", "lead", "turn"],
)  # fmt: skip
def test_what_editors_do_leaves_a_copy(copy: list[str], kind: str) -> None:
    """Titles, headers, cuts, edits, corrections, own paragraphs and another order are copies still."""
    assert kind_of(WIRE, copy) == kind


@pytest.mark.parametrize(
    ("other", "kind"),
    [
        (OWN, None),
        ([*OWN[:3], WIRE[3], *OWN[3:]], "passage"),
        ([*OWN[:3], WIRE[4][:60], *OWN[3:]], None),
        ([*OWN[:2], WIRE[1], WIRE[2], *OWN[2:]], "passage"),
        (["The ministers met on Monday, and spoke about the tolls on the canal.", *OWN], None),
    ],
    ids=["own", "quotation", "phrase", "two paragraphs", "same story"],
)
def test_quotations_and_own_reports_are_no_copies(other: list[str], kind: str | None) -> None:
    """An article that quotes a wire shares passages with it; one on the same story, not even these."""
    assert kind_of(WIRE, other) == kind


def test_a_brief_that_stands_inside_an_article_is_contained() -> None:
    """All of the brief is in the article, which has much of its own above and below it."""
    brief = WIRE[1:3]
    found = overlap(
        "brief", fingerprint("\n".join(brief)), "long", fingerprint("\n".join([*OWN[:4], *brief, *OWN[4:]]))
    )
    assert found is not None and found.kind == "contained" and not found.is_copy
    assert found.reason.startswith("100% of the words of brief are in long")


def test_bulletins_of_one_formula_are_no_copies() -> None:
    """The same sentences with other figures every day are told apart by the figures."""
    form = (
        "The exchange in Trellis closed on the day before the holiday at {} points after a quiet session. "
        "Wheat for delivery in the autumn stood at the same hour at {} a tonne on the board by the harbour, "
        "barley that was loaded for the islands in the north fetched {} from the mills, and of the papers "
        "on the main list of the exchange there were {} that rose on the day."
    )
    one, two = form.format(411, 205, 190, 33), form.format(399, 207, 188, 29)
    assert kind_of([one], [two]) == "formula"
    assert kind_of([one], [one.replace("411", "414")]) == "near"


def test_a_digest_does_not_join_what_it_holds() -> None:
    """Two briefs that a later paper prints one after the other stay two origins."""
    first, second = document("a", WIRE[:3]), document("b", OWN[:3])
    both = document("c", [*WIRE[:3], *OWN[:3]], date(2016, 5, 3))
    assert grouped(first, second, both) == []
    before = document("c", [*WIRE[:3], *OWN[:3]], date(2016, 5, 1))
    assert grouped(first, second, before) == [("c", "a", "b")]


def test_what_stands_in_an_earlier_longer_text_was_cut_from_it() -> None:
    """The same pair is a copy where the longer text came first, and none where it came later or that day."""
    long, brief = [*OWN[:4], *WIRE[1:3], *OWN[4:]], WIRE[1:3]
    assert grouped(document("a", long, date(2016, 5, 1)), document("b", brief)) == [("a", "b")]
    assert grouped(document("a", long), document("b", brief)) == []
    assert grouped(document("a", long, date(2016, 5, 3)), document("b", brief)) == []


def test_the_origin_is_the_agency_that_the_texts_name() -> None:
    """Named in the dateline, it comes before a paper that printed the text first."""
    paper = document("a", WIRE, date(2016, 5, 1), "Sample Gazette")
    wire = document("b", [*WIRE, "More to follow."], DAY, "specimen wire")
    other = document("c", WIRE[1:], DAY, "Specimen Post")
    (group,) = copies([other, paper, wire])
    assert (group.origin, group.id, group.members) == ("b", "a", ("a", "b", "c"))
    assert group.why == "the texts name it as their agency" and group.credit == "Specimen Wire"


def test_the_origin_is_an_agency_or_the_first() -> None:
    """Without a name in the text: a publication known as an agency, else the earliest, else the longest."""
    bare = WIRE[1:]
    papers = [document("b", bare, DAY, "Sample Gazette"), document("c", bare[:3], date(2016, 5, 1), "Post")]
    (group,) = copies(papers)
    assert (group.origin, group.why) == ("c", "it was published first")
    (group,) = copies([*papers, document("d", bare, date(2016, 5, 4), "Interfax")])
    assert (group.origin, group.why) == ("d", "it is a news agency")
    (group,) = copies([document("a", bare[:4]), document("b", bare)])
    assert (group.origin, group.why) == ("b", "it is the longest of the first day")


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("TEHRAN (Specimen Wire) — The envoys met.", "Specimen Wire"),
        ("Talks end\n\nTRELLIS, May 2 (Pattern News Agency) - The envoys met.", "Pattern News Agency"),
        ("MOSCOW, TASS — The envoys met.", "TASS"),
        ("By Reuters staff\nThe envoys met.", "Reuters"),
        ("The envoys met.\n© 2016 Specimen Wire", "Specimen Wire"),
        ("The envoys met.\nSpecimen Wire contributed to this report.", "Specimen Wire"),
        ("The envoys met.\nSource: Interfax", "Interfax"),
        ("The envoys (both of them) met in Trellis — at last.", None),
        ("The minister (Norland) said — rightly — that it was late.", None),
        ("The source: a spring in the hills.", None),
    ],
)
def test_how_texts_name_their_agency(text: str, credit: str | None) -> None:
    """Datelines, bylines and last lines name agencies; brackets elsewhere don't."""
    assert credit_of(text) == credit


def test_agencies_are_known_by_name() -> None:
    """Case and a leading "the" don't count."""
    assert is_agency("The Associated Press") and is_agency("reuters")
    assert not is_agency("The Sample Gazette") and not is_agency(None)


def test_pairs_carry_their_reason() -> None:
    """Each pair says which share of whose words is where."""
    (group,) = copies([document("a", WIRE), document("b", WIRE[:3])])
    (pair,) = group.pairs
    assert pair.reason.startswith("100% of the words of b are in a, ")
    assert pair.of_two == 1.0 and 0.4 < pair.of_one < 0.7


WORDS = st.lists(
    st.sampled_from("gas oil envoy talks said met and the of canal tolls 7 12".split()), max_size=60
)
TEXTS = st.lists(st.lists(WORDS.map(" ".join), max_size=3).map("\n".join), min_size=1, max_size=8)


@settings(deadline=None, max_examples=60)
@given(texts=TEXTS, seed=st.integers(0, 99))
def test_order_does_not_matter(texts: list[str], seed: int) -> None:
    """The same documents in any order, and twice over, make the same groups."""
    documents = [Document(f"d{i}", text, date(2016, 1, 1 + i % 3)) for i, text in enumerate(texts)]
    shuffled = [*documents, *documents]
    random.Random(seed).shuffle(shuffled)
    assert copies(shuffled) == copies(documents)


@settings(deadline=None, max_examples=60)
@given(texts=TEXTS)
def test_exact_copies_are_always_found(texts: list[str]) -> None:
    """Texts of the same words stand in one group, however short they are."""
    documents = [Document(f"{side}{i}", text) for i, text in enumerate(texts) for side in "ab"]
    group_of = {member: group.id for group in copies(documents) for member in group.members}
    assert all(group_of[f"a{i}"] == group_of[f"b{i}"] for i in range(len(texts)))


@settings(deadline=None, max_examples=100)
@given(one=WORDS, two=WORDS)
def test_overlap_is_symmetric(one: list[str], two: list[str]) -> None:
    """Either way round it is the same kind, with the shares exchanged."""
    first, second = fingerprint(" ".join(one)), fingerprint(" ".join(two))
    there, back = overlap("a", first, "b", second), overlap("b", second, "a", first)
    assert (there is None) == (back is None)
    if there and back:
        assert (there.kind, there.of_one, there.of_two, there.run) == (
            back.kind,
            back.of_two,
            back.of_one,
            back.run,
        )


@settings(deadline=None, max_examples=60)
@given(data=st.data())
def test_shared_runs_always_leave_a_shared_mark(data: st.DataObject) -> None:
    """Two texts that share SHINGLE + WINDOW - 1 words in a row share a mark, whatever stands around them."""
    words = st.lists(st.text("abcde", min_size=1, max_size=3), max_size=40)
    run = data.draw(
        st.lists(st.text("fgh", min_size=1, max_size=4), min_size=SHINGLE + WINDOW - 1, max_size=30)
    )
    one, two = ([*data.draw(words), *run, *data.draw(words)] for _ in range(2))
    first, second = fingerprint(" ".join(one)), fingerprint(" ".join(two))
    assert set(first.marks.tolist()) & set(second.marks.tolist())


def test_an_index_is_kept_and_gone_on_with(tmp_path: Path) -> None:
    """What is added later, by another process, is compared with what is there; twice changes nothing."""
    path = tmp_path / "copies.sqlite"
    with CopyIndex(path) as index:
        index.add(*document("a", WIRE))
        assert index.groups() == ()
    with CopyIndex(path) as index:
        index.add(*document("a", WIRE))
        index.add(*document("b", WIRE[:4]))
        assert len(index) == 2 and index.match() == 1 and index.match() == 0
        (group,) = index.groups()
        assert group == copies([document("b", WIRE[:4]), document("a", WIRE)])[0]
        assert index.overlaps("b") == group.pairs
        with pytest.raises(ValueError, match="another text under the id a"):
            index.add("a", "Other words.")


def test_an_index_of_another_version_is_refused(tmp_path: Path) -> None:
    """Rather than misread."""
    import sqlite3

    path = tmp_path / "copies.sqlite"
    with sqlite3.connect(path) as base:
        base.execute("PRAGMA user_version = 99")
    with pytest.raises(ValueError, match="build it anew"):
        CopyIndex(path)


def test_texts_without_words_are_copies_only_of_themselves() -> None:
    """Nothing, and marks alone, are compared as they are."""
    assert grouped(Document("a", ""), Document("b", "…"), Document("c", "…"), Document("d", "!")) == [
        ("b", "c")
    ]
