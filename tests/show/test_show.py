"""What the terminal, the page, JSON lines and the table show of one reading."""

from __future__ import annotations

import dataclasses
import io
import json
import re

import jsonschema
import pytest
from rich.console import Console
from tests.reading_invariants import check
from tests.sample_reading import TEXT, sample_reading

from dragoman.records import Reading
from dragoman.schema import schema_text
from dragoman.show.html import page
from dragoman.show.jsonl import reading_from_dict, reading_to_dict
from dragoman.show.marking import marked
from dragoman.show.plain import isolated
from dragoman.show.table import statements_table
from dragoman.show.terminal import show


def terminal(reading: Reading, width: int = 100) -> str:
    """Return what a terminal of a width shows, without colour."""
    stream = io.StringIO()
    show(reading, Console(file=stream, width=width, no_color=True, highlight=False))
    return stream.getvalue()


def test_json_round_trip_and_contract() -> None:
    """What is written can be read back, and keeps the contract."""
    reading = sample_reading()
    check(reading)
    assert (
        reading_from_dict(json.loads(json.dumps(reading_to_dict(reading)))).statements == reading.statements
    )


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("statements", 0, "content", 0), [1.5, 3]),
        (("statements", 0, "content", 0), [1, 3, 4]),
        (("statements", 0, "form"), "reported"),
        (("statements", 0, "source"), "a1"),
        (("statements", 0, "content"), []),
        (("actors", 0, "state"), "Russia"),
        (("actors", 0, "id"), "1"),
        (("document", "published"), "24 Nov"),
        (("extra",), 1),
    ],
)
def test_the_schema_refuses_what_is_broken(path: tuple[str | int, ...], value: object) -> None:
    """A wrong type, an unknown value or an unknown key fails validation."""
    data = reading_to_dict(sample_reading())
    place = data
    for key in path[:-1]:
        place = place[key]  # type: ignore[index]
    place[path[-1]] = value  # type: ignore[index]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(json.loads(schema_text())).validate(data)


def test_the_schema_needs_every_field() -> None:
    """Dropping any field of a statement fails validation."""
    for key in reading_to_dict(sample_reading())["statements"][0]:
        data = reading_to_dict(sample_reading())
        del data["statements"][0][key]
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.Draft202012Validator(json.loads(schema_text())).validate(data)


def test_terminal_groups_by_source_and_says_what_is_not_known() -> None:
    """Sources, chain, nesting, denial, the unattributed quotation and honest counts are all in view."""
    shown = terminal(sample_reading())
    assert "Mira Sampleova (envoy, RUS)" in shown
    assert "via Specimen Wire" in shown
    assert "└" in shown and "promise" in shown
    assert "Officials (anonymous)" in shown and "rejects" in shown
    assert "No source named" in shown and "unsure 0.50" in shown
    assert "4 statements by 3 sources (1 anonymous; 1 statement without a source); 1 chain" in shown


def test_terminal_neutralises_controls() -> None:
    """Escapes and overrides in a text never reach the terminal."""
    reading = sample_reading()
    text = TEXT.replace("a date was set", "a\x1b[31m\u202eate set")
    hostile = dataclasses.replace(reading, article=dataclasses.replace(reading.article, text=text))
    shown = terminal(hostile)
    assert "\x1b" not in shown and "\u202e" not in shown


@pytest.mark.parametrize("width", [30, 60, 200])
def test_terminal_keeps_to_its_width(width: int) -> None:
    """A narrow terminal wraps; it never loses a statement."""
    assert terminal(sample_reading(), width).count("[") >= 4


def test_pieces_join_to_the_paragraph() -> None:
    """Marking parts a paragraph without changing a character."""
    reading = sample_reading()
    for paragraph, pieces in zip(reading.article.paragraphs, marked(reading, "d1"), strict=True):
        assert "".join(piece.text for piece in pieces) == paragraph.span.of(reading.text)


def test_page_is_one_safe_file() -> None:
    """The page asks nothing of anywhere, runs nothing, and escapes what the article holds."""
    reading = sample_reading()
    text = TEXT.replace("Nothing is settled", "<script>x</script>")
    assert len(text) == len(TEXT)
    hostile = dataclasses.replace(
        reading, article=dataclasses.replace(reading.article, text=text, title="<b>&")
    )
    html = page([reading, hostile])
    assert "<script" not in html and "&lt;script&gt;" in html
    assert "Content-Security-Policy" in html
    assert not re.search(r"(?:src|href)=\"(?!#)", html)
    targets = set(re.findall(r'href="#([^"]+)"', html))
    assert targets <= set(re.findall(r'id="([^"]+)"', html))


def test_table_has_a_row_a_statement() -> None:
    """The table names the document first and keeps offsets that lead to the text."""
    rows = statements_table([sample_reading()])
    assert list(rows[0])[:2] == ["doc_id", "text"]
    assert [row["source"] for row in rows] == ["Mira Sampleova", "the minister", None, "Officials"]
    assert rows[3]["text"] == TEXT[rows[3]["start"] : rows[3]["end"]]


@pytest.mark.parametrize("library", ["polars", "pandas"])
def test_table_as_a_data_frame(library: str) -> None:
    """Both data frame libraries take the table."""
    pytest.importorskip(library)
    from dragoman.show import table

    frame = getattr(table, f"to_{library}")([sample_reading()])
    assert frame.shape[0] == 4


@pytest.mark.parametrize("width", [40, 60, 80, 200])
def test_a_statement_never_breaks_out_of_its_indent(width: int) -> None:
    """Whatever the width, no line is longer, and what follows a statement's first line stays indented."""
    shown = terminal(sample_reading(), width).splitlines()
    assert all(len(line.replace("\u2068", "").replace("\u2069", "")) <= width for line in shown)
    marks = ("“”", "··", "“·")
    begun = [i for i, line in enumerate(shown) if line.strip("└ ").startswith(marks)]
    assert len(begun) == 4
    for first in begun:
        assert all(line.startswith("  ") for line in shown[first : shown.index("", first)])


def test_only_what_runs_from_right_to_left_is_isolated() -> None:
    """Marks of direction surround Arabic and Hebrew words, and are never put around others."""
    assert isolated("talks went on, “calmly”") == "talks went on, “calmly”"
    assert isolated("he said خير to all") == "\u2068he said خير to all\u2069"
    assert isolated("שלום") == "\u2068שלום\u2069"
