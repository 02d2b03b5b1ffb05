"""Who stands where on an issue, and the map, from the command line."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dragoman.cli import cli
from dragoman.errors import RelationsError
from dragoman.issue import issue_view, issues
from dragoman.knowledge.base import Knowledge
from dragoman.store import Store


def run(path: Path, *arguments: str) -> Result:
    """Run the command line on a store."""
    return CliRunner().invoke(cli, [*arguments, "--store", str(path)])


def test_every_standing_opens_to_its_words(press_store: Store) -> None:
    """Each cell holds tellings whose span is their text, and the silent stand somewhere else on the issue."""
    known = issues(press_store)
    assert known
    for one in known:
        (view,) = issue_view(press_store, one.issue)
        holders = {s.holder for question in view.questions for s in question.standings}
        for question in view.questions:
            assert not {s.holder for s in question.standings} & set(question.silent)
            assert set(question.silent) <= holders
            for standing in question.standings:
                for stand in standing.stands:
                    assert stand.report.span is not None
                    text = press_store.load(stand.report.document).text
                    assert stand.report.span.of(text) == stand.text


def test_seen_from_before_nothing_is_known(press_store: Store) -> None:
    """Looked at from a day before the first article, nobody stands anywhere."""
    label = issues(press_store)[0].issue
    assert issue_view(press_store, label, date(2000, 1, 1))[0].questions == ()


def test_an_id_of_the_tables_means_the_issue_with_its_label(press_store: Store) -> None:
    """Acts and statements carry ids, positions labels; either leads to the issue."""
    known = {one.issue for one in issues(press_store)}
    ids = [issue.id for issue in Knowledge.load().issues if issue.label in known]
    assert ids
    for one in ids:
        (view,) = issue_view(press_store, one)
        assert view.issue in known


def test_no_such_issue_names_the_largest(press_store: Store) -> None:
    """A topic that no issue has is refused in a line that says what there is."""
    with pytest.raises(RelationsError, match="the largest are"):
        issue_view(press_store, "herring quotas in the Baltic")


def test_issue_and_map_in_all_forms(press_path: Path, press_store: Store) -> None:
    """For the eye, as JSON and as CSV."""
    label = issues(press_store)[0].issue
    assert label in run(press_path, "issue").stdout and label in run(press_path, "issue", label).stdout
    assert json.loads(run(press_path, "issue", label, "--json").stdout)["issue"] == label
    rows = list(csv.DictReader(io.StringIO(run(press_path, "issue", label, "--csv").stdout)))
    assert rows and all(-1 <= float(row["x"]) <= 1 for row in rows)
    assert "IRN RUS" in run(press_path, "map", "--of", "Iran").stdout
    assert run(press_path, "map", "Iran").stdout == run(press_path, "map", "--of", "IRN").stdout
    assert run(press_path, "map", "Iran", "--of", "Russia").exit_code == 2
    ties = list(csv.DictReader(io.StringIO(run(press_path, "map", "--csv").stdout)))
    assert {"first", "second", "closeness", "deviation"} <= ties[0].keys()
