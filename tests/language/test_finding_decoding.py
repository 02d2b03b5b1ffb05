"""From the finding heads' scores to evidence: its words, its label, and the phrases linked to it."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.language.findings import FAINT, Scores, evidence, likely_evidence

LABELS = {
    "position": ("for", "against"),
    "agreement": ("signed",),
    "membership": ("member",),
    "forecast": (),
}
WIDTH = 4 * 3 + 4
AGAINST, BEGIN, INSIDE = 4, 1, 2
"""Where the label "against" and the tags of positions stand among the scores of a word."""


def scores_of(words: int) -> Scores:
    """Return scores under which no word is evidence of anything and nothing is linked."""
    findings = np.zeros((words, WIDTH), np.float32)
    findings[:, [0, 5, 9, 13]] = 9
    links = {
        head: np.full((words, words), -9, np.float32) for head in ("holders", "parties", "members", "bodies")
    }
    return Scores(findings, links)


def test_words_side_by_side_are_one_piece_of_evidence_with_its_label() -> None:
    """A first word and those that go on are one piece; its label is the likelier, its holder is linked."""
    scores = scores_of(6)
    scores.findings[2, BEGIN] = scores.findings[3, INSIDE] = 14
    scores.findings[2:4, AGAINST] = 5
    scores.links["holders"][2:4, 0] = 6
    (one,) = evidence(scores, [(0, 6)], LABELS)
    assert (one.kind, one.first, one.last, one.label) == ("position", 2, 4, "against")
    assert [phrase[:2] for phrase in one.holders] == [(0, 1)] and one.bodies == ()
    assert one.probability > 0.9 and one.label_probability > 0.9


def test_a_word_that_begins_anew_parts_two() -> None:
    """ "Backs the plan but rejects the date" tells two stances, though no word stands between."""
    scores = scores_of(4)
    scores.findings[:, BEGIN] = [14, 0, 14, 0]
    scores.findings[:, INSIDE] = [0, 14, 0, 14]
    assert [(e.first, e.last) for e in evidence(scores, [(0, 4)], LABELS)] == [(0, 2), (2, 4)]


def test_holders_may_stand_within_the_evidence() -> None:
    """Who belongs is named by the evidence itself: "Benin is a member"."""
    scores = scores_of(4)
    scores.findings[:, 10] = [14, 0, 0, 0]
    scores.findings[:, 11] = [0, 14, 14, 14]
    scores.links["members"][:, 0] = scores.links["bodies"][:, 3] = 6
    (one,) = evidence(scores, [(0, 4)], LABELS)
    assert one.kind == "membership" and one.label == "member"
    assert [p[:2] for p in one.holders] == [(0, 1)] and [p[:2] for p in one.bodies] == [(3, 4)]


def test_a_forecast_has_no_label() -> None:
    """Whose a forecast is, the statement around it says; the heads tell its words alone."""
    scores = scores_of(3)
    scores.findings[1, 14] = 14
    (one,) = evidence(scores, [(0, 3)], LABELS)
    assert (one.kind, one.label, one.holders) == ("forecast", "", ())


@settings(deadline=None)
@given(st.integers(1, 12), st.integers(0, 2**32 - 1))
def test_evidence_stands_in_its_sentence_in_order_and_apart(words: int, seed: int) -> None:
    """Whatever the scores, pieces of one kind follow one another within sentences and are likely enough."""
    rng = np.random.default_rng(seed)
    links = {
        h: rng.normal(0, 3, (words, words)).astype(np.float32)
        for h in ("holders", "parties", "members", "bodies")
    }
    scores = Scores(rng.normal(0, 3, (words, WIDTH)).astype(np.float32), links)
    middle = words // 2
    sentences = [(a, b) for a, b in ((0, middle), (middle, words)) if a < b]
    likely = likely_evidence(scores.findings, LABELS)
    ends = dict.fromkeys(LABELS, 0)
    for one in evidence(scores, sentences, LABELS):
        assert ends[one.kind] <= one.first < one.last
        assert any(a <= one.first and one.last <= b for a, b in sentences)
        assert all(1 - likely[one.kind][i, 0] >= FAINT for i in range(one.first, one.last))
        assert all(0 <= a < b <= words for a, b, _ in (*one.holders, *one.bodies))
        ends[one.kind] = one.last
