"""From the event heads' scores to acts: triggers, the choices made for them, the phrases linked to them."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.language.acts import Labels, Scores, acts

LABELS = Labels(
    ("ASSAULT", "CONSULT", "NONE"),
    ("ASSAULT-aerial", "ASSAULT-beat", "CONSULT-visit"),
    ("done", "planned"),
)


def scores_of(words: int) -> Scores:
    """Return scores under which no word tells of anything and nothing is linked."""
    triggers = np.zeros((words, 3), np.float32)
    triggers[:, 2] = 9
    linked = np.full((words, words), -9, np.float32)
    return Scores(
        triggers, np.zeros((words, 2), np.float32), np.zeros((words, 3), np.float32), linked, linked.copy()
    )


def test_neighbouring_words_of_a_type_are_one_trigger_with_its_choices() -> None:
    """Two words that tell of one type are one act; its mode is of its own type, its status the likelier."""
    scores = scores_of(5)
    scores.triggers[1:3, 0] = 12
    scores.modes[1:3] = [0, 4, 9]
    scores.statuses[1:3, 1] = 5
    (act,) = acts(scores, [(0, 5)], LABELS)
    assert (act.first, act.last, act.type, act.mode, act.status) == (1, 3, "ASSAULT", "beat", "planned")
    assert act.probability > 0.9


def test_words_of_different_types_are_two_acts_where_a_word_parts_them() -> None:
    """Two types a word apart are two acts; side by side they are one trigger, of the likelier type."""
    scores = scores_of(4)
    scores.triggers[1, 0], scores.triggers[3, 1] = 12, 14
    assert [(a.first, a.type) for a in acts(scores, [(0, 4)], LABELS)] == [(1, "ASSAULT"), (3, "CONSULT")]
    scores.triggers[2, 1], scores.triggers[3, 1] = 14, 0
    assert [(a.first, a.type) for a in acts(scores, [(0, 4)], LABELS)] == [(2, "CONSULT")]


def test_two_words_of_one_type_close_by_are_one_act() -> None:
    """ "Take … to the streets" is told once: of two near words of a type the likelier is the trigger."""
    scores = scores_of(9)
    scores.triggers[1, 0], scores.triggers[4, 0], scores.triggers[8, 0] = 10, 12, 10
    assert [a.first for a in acts(scores, [(0, 9)], LABELS)] == [4]
    assert [a.first for a in acts(scores, [(0, 5), (5, 9)], LABELS)] == [4, 8]


def test_phrases_are_runs_of_linked_words_in_the_sentence() -> None:
    """Linked words side by side are one phrase, a likely word between is bridged, the rest stays out."""
    scores = scores_of(9)
    scores.triggers[4, 0] = 12
    scores.actors[4, [0, 1, 3, 8]] = 5
    scores.actors[4, 2] = -0.5
    scores.recipients[4, [5, 7]] = 5
    first, *_ = acts(scores, [(0, 8), (8, 9)], LABELS)
    assert [phrase[:2] for phrase in first.actors] == [(0, 4)]
    assert [phrase[:2] for phrase in first.recipients] == [(5, 6), (7, 8)]


@settings(deadline=None)
@given(st.integers(1, 12), st.integers(0, 2**32 - 1))
def test_acts_stand_in_their_sentence_in_order_and_apart(words: int, seed: int) -> None:
    """Whatever the scores, triggers follow one another within sentences, and no phrase holds its trigger."""
    rng = np.random.default_rng(seed)
    shapes = [(words, 3), (words, 2), (words, 3), (words, words), (words, words)]
    scores = Scores(*(rng.normal(0, 3, shape).astype(np.float32) for shape in shapes))
    middle = words // 2
    sentences = [(a, b) for a, b in ((0, middle), (middle, words)) if a < b]
    last = 0
    for act in acts(scores, sentences, LABELS):
        assert last <= act.first < act.last
        last = act.last
        (inside,) = [s for s in sentences if s[0] <= act.first < s[1]]
        assert act.last <= inside[1]
        for first, end, likely in (*act.actors, *act.recipients):
            assert inside[0] <= first < end <= inside[1]
            assert 0 <= likely <= 1
        assert not any(
            first <= i < end
            for first, end, _ in (*act.actors, *act.recipients)
            for i in range(act.first, act.last)
        )
