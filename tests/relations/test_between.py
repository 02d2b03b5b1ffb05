"""What the archive tells of two states, from articles to figures that open to their spans."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dragoman.between import between
from dragoman.cli import cli
from dragoman.cli.between_told import whole_acts
from dragoman.errors import RelationsError
from dragoman.knowledge.base import Knowledge
from dragoman.relations import Act, Report, Window, explain, weigh
from dragoman.show.deed_words import deed_words
from dragoman.store import Store, open_store


def run(*arguments: str) -> Result:
    """Run the command line in this process."""
    return CliRunner().invoke(cli, arguments)


def test_every_part_opens_to_the_characters_it_rests_on(press_store: Store) -> None:
    """Acts hold reports, reports a document and a span inside its text; the parts add up to the change."""
    found = between(press_store, "Iran", "Russia", since=date(2016, 1, 1))
    assert found.pair == ("IRN", "RUS") and found.explanation is not None and found.change is not None
    parts = sum(part for _, part in found.explanation.issues) + found.explanation.coverage
    assert parts == pytest.approx(found.explanation.delta, abs=1e-9)
    assert found.explanation.delta == pytest.approx(found.change.delta, abs=1e-9)
    for moved in found.explanation.acts:
        assert sum(share.part for share in moved.shares) == pytest.approx(moved.part, abs=1e-9)
        for share in moved.shares:
            assert share.report is not None and share.report.span is not None
            text = press_store.load(share.report.document).text
            assert share.report.span.of(text).strip()


def test_a_copy_counts_as_one_origin(press_store: Store) -> None:
    """The wire's story and its print in another outlet are two reports of one copy family."""
    found = between(press_store, "RUS", "IRN")
    prints = [act.reports for act in found.acts if len({r.document for r in act.reports}) > 1]
    assert any(len({r.copy for r in reports}) < len({r.document for r in reports}) for reports in prints)


def test_the_order_of_the_names_changes_nothing(press_path: Path) -> None:
    """Names, codes and their order lead to the same bytes."""
    asked = [("Russia", "Iran"), ("IRN", "RUS"), ("Iran", "rus")]
    answers = [run("between", *pair, "--store", str(press_path), "--json").stdout for pair in asked]
    assert answers[0] == answers[1] == answers[2] and json.loads(answers[0])["pair"] == ["IRN", "RUS"]


def test_weeks_as_csv_and_the_view_for_the_eye(press_path: Path) -> None:
    """--csv gives a line a week; the terminal says how much there is, and where it stands."""
    weeks = list(
        csv.DictReader(io.StringIO(run("between", "RUS", "IRN", "--store", str(press_path), "--csv").stdout))
    )
    assert len(weeks) > 50 and all(float(w["low"]) <= float(w["high"]) for w in weeks)
    told = run("between", "Russia", "Iran", "--store", str(press_path)).stdout
    assert "closeness" in told and "90 % band" in told and "Where they agree and differ" in told


def test_the_terminal_begins_with_the_answer_in_words(press_path: Path, press_store: Store) -> None:
    """Behind the names and how much there is stands whether the two are close, as the band has it; acts,
    states and issues go by their names all through."""
    lines = run("between", "Russia", "Iran", "--store", str(press_path)).stdout.splitlines()
    found = between(press_store, "Russia", "Iran")
    assert found.series is not None and found.explanation is not None
    low, high = found.series.low[-1], found.series.high[-1]
    verdict = "closer" if low > 0 else "more distant" if high < 0 else None
    assert lines[2].strip() == (
        f"{verdict} than their ties to others lead one to expect"
        if verdict
        else "the evidence does not tell whether they are close or distant"
    )
    labels = {issue.id: issue.label for issue in Knowledge.load().issues}
    part = next(one for one in whole_acts(found.explanation.acts) if one.act)
    assert part.act is not None
    told = next(line for line in lines if line.endswith(part.act.id) and line[2] in "+-")
    assert deed_words(part.act.type, part.act.mode) in told and "RUS" not in told and "IRN" not in told
    assert any(
        labels.get(name, "no issue given") in line for name, _ in found.explanation.issues for line in lines
    )


def test_the_eye_is_shown_each_act_once() -> None:
    """An act on several issues is one line that names them; its part and its reports' are sums over them."""
    tellings = [Report(f"d{n}", name, name, f"d{n}", date(2015, 6, 1), name) for n, name in enumerate("AB")]
    shares = (("gas-pipelines", 0.5), ("syria-settlement", 0.25))
    acts = [
        Act("talks", date(2015, 6, 1), "CONSULT", None, "done", ("RUS",), ("IRN",), tuple(tellings), shares),
        Act("visit", date(2015, 2, 2), "CONSULT", None, "done", ("RUS",), ("IRN",), tuple(tellings[:1])),
    ]
    windows = Window(date(2015, 1, 5), date(2015, 4, 6)), Window(date(2015, 4, 6), date(2015, 7, 6))
    parts = explain(weigh(acts), ("IRN", "RUS"), *windows).acts
    shown = {one.act.id: one for one in whole_acts(parts) if one.act}
    assert len(parts) > 2 and set(shown) == {"talks", "visit"}
    for name, one in shown.items():
        of_act = [part for part in parts if part.act and part.act.id == name]
        assert one.part == pytest.approx(sum(part.part for part in of_act), abs=1e-12)
        assert one.part == pytest.approx(sum(share.part for share in one.shares), abs=1e-9)
    assert shown["talks"].issue == "gas-pipelines, syria-settlement"
    assert [share.report for share in shown["talks"].shares] == tellings


@pytest.mark.parametrize("ending", ["svg", "png"])
def test_a_figure_is_the_same_every_time(ending: str, press_path: Path, tmp_path: Path) -> None:
    """The same question draws the same bytes; another ending is refused in a line."""
    files = [tmp_path / f"{n}.{ending}" for n in (1, 2)]
    for file in files:
        assert run("between", "RUS", "IRN", "--store", str(press_path), "--figure", str(file)).exit_code == 0
    assert files[0].read_bytes() == files[1].read_bytes() and files[0].stat().st_size > 5_000


@pytest.mark.parametrize("pair", [("Russia", "Gondor"), ("Russia", "RUS")])
def test_what_is_no_pair_of_states_is_said(pair: tuple[str, str], press_store: Store) -> None:
    """No state, or twice the same: one line that says so."""
    with pytest.raises(RelationsError, match="state"):
        between(press_store, *pair)


def test_nothing_between_them_is_no_error(press_path: Path, tmp_path: Path) -> None:
    """Two states of which no act is known, and an empty store, are told plainly."""
    assert "no act between them" in run("between", "Peru", "Chad", "--store", str(press_path)).stdout
    with open_store(str(tmp_path / "e.sqlite"), create=True):
        pass
    result = run("between", "Russia", "Iran", "--store", str(tmp_path / "e.sqlite"))
    assert result.exit_code == 0 and "no act between them" in result.stdout
