"""Agreement by proposition and issue, its hints, and what must never move it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.records import Span
from dragoman.relations.acts import Report
from dragoman.relations.stands.agreement import Comparison, IssueComparison, compare
from dragoman.relations.stands.congruence import beyond_chance, congruence_of
from dragoman.relations.stands.hints import Readout
from dragoman.relations.stands.stances import Stand, standings
from dragoman.relations.weights import weights

DAY = date(2015, 11, 24)
GO, WHOLE = "Assad should go", "Syria should stay whole"


def stand(holder: str, stance: str, number: int, proposition: str = GO, **facts: Any) -> Stand:
    """Return a telling of a document of its own, by an origin of its own."""
    report = Report(
        document=f"d{number}", publication=None, family=f"outlet {number}", copy=f"d{number}",
        day=facts.pop("day", DAY), root=facts.pop("root", f"root {number}"),
        probability=facts.pop("probability", 0.9), span=Span(0, 5),
    )  # fmt: skip
    values: dict[str, Any] = {
        "id": f"d{number}:p1", "holder": holder, "issue": "Syria", "proposition": proposition,
        "stance": stance, "leaning": None, "firmness": "plain", "condition": None, "teller": None,
        "text": "words", "report": report,
    }  # fmt: skip
    return Stand(**{**values, **facts})


def many(holder: str, stance: str, first: int, count: int = 4, **facts: Any) -> list[Stand]:
    """Return tellings of one stance by several independent origins."""
    return [stand(holder, stance, first + n, **facts) for n in range(count)]


def between(stands: list[Stand], *readouts: Readout) -> tuple[IssueComparison, ...]:
    """Compare Russia and Iran."""
    return compare(standings(stands, weights()), "RUS", "IRN", weights(), readouts)


def on(stands: list[Stand], *readouts: Readout, proposition: str = GO) -> Comparison:
    """Return what becomes of one proposition."""
    found = [c for issue in between(stands, *readouts) for c in issue.propositions]
    return next(c for c in found if c.proposition == proposition)


def test_agreeing_on_one_proposition_and_differing_on_another_is_a_plain_result() -> None:
    """Both stand for Syria's integrity and apart on Assad: one issue, two verdicts."""
    stands = [
        *many("RUS", "for", 0), *many("IRN", "against", 10),
        *many("RUS", "for", 20, proposition=WHOLE), *many("IRN", "for", 30, proposition=WHOLE),
    ]  # fmt: skip
    (issue,) = between(stands)
    assert {c.proposition: c.verdict for c in issue.propositions} == {GO: "differ", WHOLE: "agree"}
    assert issue.agreement is not None and 0.3 < issue.agreement < 0.7
    assert issue.spread is not None and issue.spread > 0.6 and issue.coverage == 1.0


def test_unknown_is_never_a_half() -> None:
    """Where one side has a single origin there is no verdict and no number, and the issue has none."""
    (issue,) = between([*many("RUS", "for", 0), stand("IRN", "for", 10)])
    assert [c.verdict for c in issue.propositions] == ["unknown"]
    assert issue.propositions[0].agreement is None and issue.agreement is None


@pytest.mark.parametrize(("firmness", "verdict"), [("firm", "hint"), ("plain", "unknown")])
def test_a_single_firm_statement_of_the_opposite_hints(firmness: str, verdict: str) -> None:
    """One firm telling is no finding, but it says where to look; a plain one does not."""
    found = on([stand("RUS", "for", 0), stand("IRN", "against", 1, firmness=firmness)])
    assert found.verdict == verdict
    assert [h.kind for h in found.hints] == (["opposite"] if verdict == "hint" else [])


def test_a_condition_beside_a_firm_no_hints_with_both_spans() -> None:
    """Moscow would accept it if, Tehran never will: a hint that holds a telling of each."""
    yes = stand("RUS", "conditional", 0, condition="if it must be", leaning="for")
    never = stand("IRN", "against", 1, firmness="firm")
    (hint,) = on([yes, never]).hints
    assert (hint.kind, hint.one, hint.other) == ("hedged", (yes,), (never,))
    (turned,) = compare(standings([yes, never], weights()), "IRN", "RUS", weights())[0].propositions[0].hints
    assert (turned.one, turned.other) == ((never,), (yes,))


def test_who_also_says_it_plainly_leaves_nothing_open() -> None:
    """A hedge beside a plain telling of the same holder is no hint."""
    stands = [stand("RUS", "against", 0, firmness="hedged"), stand("RUS", "against", 2)]
    assert on([*stands, stand("IRN", "against", 1, firmness="firm")]).hints == ()


def test_silence_hints_only_where_both_speak() -> None:
    """What one raises in its own voice, in a text where the other speaks on the issue of other things."""
    raised = stand("IRN", "for", 1, teller="IRN")
    beside = replace(stand("RUS", "for", 2, WHOLE), report=raised.report)
    (hint,) = on([raised, beside]).hints
    assert (hint.kind, hint.one, hint.other) == ("silence", (beside,), (raised,))
    assert on([raised, stand("RUS", "for", 3, WHOLE)]).hints == ()
    assert on([replace(raised, teller="USA"), beside]).hints == ()


def test_readouts_of_one_meeting_that_differ() -> None:
    """One account of a meeting tells of the proposition, the other leaves it out; of no meeting, no hint."""
    told, other = stand("IRN", "for", 1, teller="IRN"), stand("RUS", "for", 2, WHOLE, teller="RUS")
    accounts = (Readout("m1", "IRN", (told,)), Readout("m1", "RUS", (other,)))
    assert [h.kind for h in on([told, other], *accounts).hints] == ["readouts"]
    assert on([told, other], accounts[0]).hints == ()


def test_a_change_of_mind_is_no_average() -> None:
    """After a reversal only what follows counts, and the reversal is kept with both its spans."""
    old = many("RUS", "against", 0, day=DAY - timedelta(days=200))
    new = many("RUS", "for", 10)
    found = standings([*old, *new], weights())["RUS", GO]
    assert found.x > 0.5 and found.low > 0
    assert len(found.reversals) == 1 and {s.side for s in found.stands} == {1}


def test_one_contradiction_on_one_day_reverses_nothing() -> None:
    """Sources of one day that disagree are no change of mind."""
    found = standings([*many("RUS", "for", 0), stand("RUS", "against", 9)], weights())["RUS", GO]
    assert found.reversals == () and 0 < found.x < 1


stances = st.lists(
    st.builds(
        stand,
        st.sampled_from(["RUS", "IRN", "USA"]),
        st.sampled_from(["for", "against", "neutral", "conditional"]),
        st.integers(0, 30),
        st.sampled_from([GO, WHOLE]),
        firmness=st.sampled_from(["firm", "plain", "hedged"]),
        day=st.dates(date(2014, 1, 1), DAY),
    ),
    max_size=14,
    unique_by=lambda s: s.report.document,
)


@given(stances, st.randoms())
def test_neither_order_nor_repetition_matters(stands: list[Stand], random: Any) -> None:
    """The order of the tellings and a telling given twice change nothing."""
    shuffled = [*stands, *stands[:3]]
    random.shuffle(shuffled)
    assert between(shuffled) == between(stands)


@given(stances)
def test_symmetric(stands: list[Stand]) -> None:
    """Two holders agree as much whichever is named first; with itself a holder never differs."""
    known = standings(stands, weights())
    there, back = (compare(known, *pair, weights()) for pair in (("RUS", "IRN"), ("IRN", "RUS")))
    assert [i.issue for i in there] == [i.issue for i in back]
    for one, other in zip(there, back, strict=True):
        assert one.agreement == pytest.approx(other.agreement)
        assert {c.proposition for c in one.propositions} == {c.proposition for c in other.propositions}
    for issue in compare(known, "RUS", "RUS", weights()):
        assert all(c.agreement in (None, 1.0) and c.verdict != "differ" for c in issue.propositions)


@given(stances)
def test_copies_are_inert(stands: list[Stand]) -> None:
    """The same words in twenty more outlets, with the same root, change no standing."""
    copies = [
        replace(s, id=f"c{n}", report=replace(s.report, document=f"c{n}{s.id}", family=f"other {n}"))
        for s in stands[:2]
        for n in range(3)
    ]
    before, after = standings(stands, weights()), standings([*stands, *copies], weights())
    for key, one in before.items():
        assert after[key].votes == pytest.approx(one.votes) and after[key].origins == one.origins


def test_another_proposition_changes_none() -> None:
    """A further shared proposition leaves the comparison of the others as it was."""
    stands = [*many("RUS", "for", 0), *many("IRN", "against", 10)]
    more = [*stands, *many("RUS", "for", 20, proposition=WHOLE), *many("IRN", "for", 30, proposition=WHOLE)]
    assert on(stands) == on(more)


def test_what_is_told_later_does_not_count() -> None:
    """Seen from a day, only what had been told by then counts."""
    early, late = many("RUS", "for", 0, day=date(2014, 1, 1)), many("RUS", "against", 10)
    assert standings([*early, *late], weights(), date(2014, 6, 1)) == standings(
        early, weights(), date(2014, 6, 1)
    )


def test_congruence_counts_as_discourse_networks_do() -> None:
    """Shared sides are congruence, opposite ones conflict, however often each is told."""
    stands = [
        *many("RUS", "for", 0), *many("IRN", "against", 10),
        *many("RUS", "for", 20, proposition=WHOLE), *many("IRN", "for", 30, proposition=WHOLE),
    ]  # fmt: skip
    found = congruence_of(standings(stands, weights()))
    assert found.holders == ("IRN", "RUS")
    assert found.congruence[0, 1] == found.conflict[0, 1] == 1 and found.subtract[0, 1] == 0


def test_agreement_beyond_chance() -> None:
    """Two that share every side, most of them alike, agree wholly; with few propositions nothing is said."""
    stands = [stand(h, "against" if k == 0 else "for", 2 * k + n, f"k{k}") for k in range(20)
              for n, h in enumerate(("RUS", "IRN"))]  # fmt: skip
    known = standings(stands, weights())
    assert beyond_chance(known, "RUS", "IRN", 15) == pytest.approx(1.0)
    assert beyond_chance(known, "RUS", "IRN", 21) is None
