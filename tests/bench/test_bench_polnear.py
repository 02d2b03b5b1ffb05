"""PolNeAR's measure: conversion, direct quotations, kinds of mistakes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bench.polnear import attributions, chosen_articles, in_quotation_marks, main, mistakes, quotations
from bench.report import f1, share
from hypothesis import given
from hypothesis import strategies as st
from readings import TEXT, full, place


def _attribution(content: str, source: str | None = None) -> dict[str, list[list[int]]]:
    return {
        "source": [list(place(source))] if source else [],
        "cue": [],
        "content": [list(place(content))],
    }


def test_only_outermost_statements_are_submitted() -> None:
    """A nested statement is left out, since PolNeAR keeps the outermost alone."""
    whole = full()
    nested = replace(whole.statements[1], parent="s1")
    found = attributions(replace(whole, statements=(whole.statements[0], nested)))
    assert [a["content"] for a in found] == [[list(place("that the bridge is open"))]]


@pytest.mark.parametrize(
    ("text", "direct"),
    [
        ("“We came.”", True),
        ('"We came,"', True),
        ("“We came”.", True),
        ("‘We came,’", True),
        ("``We came,''", True),
        ("that “we came”", False),
        ("“We came” too", False),
        ("we came", False),
        ("“", False),
    ],
)
def test_a_quotation_is_wholly_in_marks(text: str, direct: bool) -> None:
    """Only a content that begins and ends with marks is a direct quotation."""
    assert in_quotation_marks({"content": [[0, len(text)]]}, text) is direct


def test_direct_quotations_found_and_linked() -> None:
    """A quotation with the right source counts twice, with the wrong one it is found only."""
    gold = [_attribution("“We repaired it twice,”", "she"), _attribution("to pay", "the mayor")]
    right = quotations(gold, gold, TEXT)
    assert (right["direct"], right["found"], right["linked"]) == (1, 1, 1)
    wrong = quotations(gold, [_attribution("“We repaired it twice,”", "Ana Duval")], TEXT)
    assert (wrong["found"], wrong["linked"]) == (1, 0)


def test_mistakes_have_kinds() -> None:
    """Missed, wrong extent, wrong source and spurious are told apart; a perfect reading has none."""
    gold = [_attribution("that the bridge is open", "Ana Duval"), _attribution("to pay", "the mayor")]
    assert mistakes(gold, gold, TEXT) == []
    assert [k for k, _ in mistakes(gold, gold[:1], TEXT)] == ["missed"]
    assert [k for k, _ in mistakes(gold[:1], [_attribution("open", "Ana Duval")], TEXT)] == [
        "extent",
        "spurious",
    ]
    assert [k for k, _ in mistakes(gold[1:], [_attribution("to pay", "she")], TEXT)] == ["source"]


def test_a_sample_is_the_same_each_time(tmp_path) -> None:  # type: ignore[no-untyped-def]
    """The seed decides the sample, and a limit beyond the folder takes it whole."""
    (tmp_path / "text").mkdir()
    for name in "abcdefgh":
        (tmp_path / "text" / f"{name}.txt").write_text(name)
    assert chosen_articles(tmp_path, 3, 1) == chosen_articles(tmp_path, 3, 1)
    assert chosen_articles(tmp_path, 99, 1) == list("abcdefgh")


def test_errors_on_dev_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever asks for dev's errors is told why not."""
    with pytest.raises(SystemExit):
        main(["--errors", "3"])
    assert "train only" in capsys.readouterr().err


@given(st.integers(0, 50), st.integers(0, 50), st.integers(0, 50))
def test_scores_stay_between_0_and_100(right: int, more: int, missed: int) -> None:
    """F1 and shares are percentages."""
    assert 0 <= f1(right, right + more, right + missed) <= 100
    assert 0 <= share(right, right + missed) <= 100
