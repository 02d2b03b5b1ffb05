"""Sources: files, folders, standard input and rows, one by one, the bad ones reported in their place."""

import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.errors import InputError, NoArticle, TooLarge
from dragoman.ingest import Columns, SizeLimits, Source, SourceOptions, sources
from dragoman.ingest.rows import jsonl_rows

BODY = "The envoy said on Monday that the talks had gone well, and would go on in the spring."


def _outcomes(found: Iterator[Source]) -> list[tuple[str, str]]:
    """Return each source's origin with its title or text, or its error."""
    outcomes = []
    for source in found:
        try:
            article = source.article()
            outcomes.append((source.origin, article.title or article.text))
        except InputError as error:
            outcomes.append((source.origin, f"! {error}"))
    return outcomes


def test_a_folder_is_read_in_order(tmp_path: Path) -> None:
    """Files come sorted and recursively; READMEs, hidden files and other endings are passed over."""
    (tmp_path / "b").mkdir()
    for name in ("z.txt", "a.txt", "b/c.md", "README.md", ".hidden.txt", "x.png"):
        (tmp_path / name).write_text(f"{name} heads it\n\n{BODY}\n\n{BODY}")
    (tmp_path / "bad.txt").write_bytes(b"\0\0")
    names = [Path(origin).name for origin, _ in _outcomes(sources(str(tmp_path)))]
    assert names == ["a.txt", "bad.txt", "z.txt", "c.md"]


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    """The bad file's error names it."""
    (tmp_path / "a.txt").write_bytes(b"\0\0")
    (tmp_path / "b.txt").write_text(BODY)
    outcomes = _outcomes(sources(str(tmp_path)))
    assert outcomes[0][1].startswith(f"! {tmp_path / 'a.txt'}: ")
    assert outcomes[1][1] == BODY


def test_jsonl_rows(tmp_path: Path) -> None:
    """Rows carry their metadata; bad rows are reported with their line."""
    rows = [
        json.dumps(
            {"headline": "Talks end", "body": BODY, "outlet": "The Sample Gazette", "date": "2015-11-24"}
        ),
        "{not json",
        "[1]",
        json.dumps({"body": ""}),
        "",
        json.dumps({"no": "text"}),
        json.dumps({"body": BODY}),
        "[" * 100_000,
        json.dumps({"text": "The \ud800 envoy said that the talks went on."}),
    ]
    path = tmp_path / "press.jsonl"
    path.write_text("\n".join(rows))
    found = list(sources(str(path)))
    assert [source.origin.rsplit(":", 1)[1] for source in found] == ["1", "2", "3", "4", "6", "7", "8", "9"]
    article = found[0].article()
    assert (article.title, article.publication, str(article.published)) == (
        "Talks end",
        "The Sample Gazette",
        "2015-11-24",
    )
    assert article.text == BODY
    outcomes = _outcomes(iter(found))
    assert "press.jsonl:2: the row is not JSON" in outcomes[1][1]
    assert "not a JSON object" in outcomes[2][1]
    assert "text is empty" in outcomes[3][1]
    assert "--text-column" in outcomes[4][1]
    assert outcomes[5][1] == BODY
    assert "nested too deep" in outcomes[6][1] or "not JSON" in outcomes[6][1]
    assert "\ufffd" in outcomes[7][1]


def test_csv_rows(tmp_path: Path) -> None:
    """CSV with commas, semicolons or tabs, quoted line ends, other encodings, chosen columns."""
    path = tmp_path / "press.csv"
    path.write_bytes(
        f'title;text;date\r\nTalks end;"{BODY}\r\n\r\nMore said, “no”.";24/11/2015\r\n'.encode("cp1252")
    )
    (source,) = sources(str(path))
    article = source.article()
    assert article.title == "Talks end"
    assert [p.span.of(article.text) for p in article.paragraphs] == [BODY, "More said, “no”."]
    path.write_text(f"kopf,inhalt\nTalks,{json.dumps(BODY)}\n")
    chosen = SourceOptions(columns=Columns(text="inhalt", title="kopf"))
    assert _outcomes(sources(str(path), chosen)) == [(f"{path}:2", "Talks")]
    missing = _outcomes(sources(str(path), SourceOptions(columns=Columns(text="body"))))
    assert "there is no column 'body', only kopf, inhalt" in missing[0][1]


def test_csv_rows_that_are_wrong(tmp_path: Path) -> None:
    """A row with too many cells is reported with its line, and the next one read."""
    path = tmp_path / "press.csv"
    path.write_text(f'text\n"a",b,c\n"{BODY}"\n')
    outcomes = _outcomes(sources(str(path)))
    assert outcomes[0][0].endswith(":2") and "3 cells" in outcomes[0][1]
    assert outcomes[1] == (f"{path}:3", BODY)


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """``-`` is one article, or rows where it begins as JSON does."""

    class Stdin:
        buffer = io.BufferedReader(io.BytesIO(BODY.encode()))

    monkeypatch.setattr(sys, "stdin", Stdin)
    assert _outcomes(sources("-")) == [("standard input", BODY)]
    Stdin.buffer = io.BufferedReader(io.BytesIO((json.dumps({"text": BODY}) + "\n").encode() * 2))
    assert _outcomes(sources("-")) == [("-:1", BODY), ("-:2", BODY)]


def test_what_is_not_there(tmp_path: Path) -> None:
    """Missing files, empty folders and odd names are one line each."""
    for argument in (str(tmp_path / "none.txt"), str(tmp_path), "a\0b", "x" * 5000):
        ((_, outcome),) = _outcomes(sources(argument))
        assert outcome.startswith("! ") and "\n" not in outcome


def test_a_large_file_is_refused_unread(tmp_path: Path) -> None:
    """The size is looked at first: a sparse gigabyte costs nothing."""
    path = tmp_path / "large.txt"
    with path.open("wb") as stream:
        stream.truncate(1_000_000_000)
    (source,) = sources(str(path))
    with pytest.raises(TooLarge):
        source.article()


def test_rows_are_streamed() -> None:
    """Rows come one at a time, and an endless row is passed over without being held."""

    class Endless(io.RawIOBase):
        """A stream whose second line is long, and which never ends."""

        def __init__(self) -> None:
            self.lines = 0
            self.longest = 0

        def readline(self, size: int | None = -1, /) -> bytes:
            self.lines += 1
            assert size is not None and size > 0
            if self.lines in (2, 3, 4):
                return b"x" * size
            return b'{"text": "a"}\n'

    stream = Endless()
    rows = jsonl_rows(stream, SourceOptions(sizes=SizeLimits(text_bytes=1000)))  # type: ignore[arg-type]
    found = [next(rows) for _ in range(4)]
    assert [row.failure is None for row in found] == [True, False, True, True]
    assert stream.lines <= 8


def test_files_without_rows_say_so(tmp_path: Path) -> None:
    """A file of rows that holds none is a failure of one line, not silence."""
    for name, content in (("a.jsonl", b""), ("b.jsonl", b" \n\n"), ("c.csv", b"")):
        (tmp_path / name).write_bytes(content)
        (only,) = sources(str(tmp_path / name))
        with pytest.raises(NoArticle, match="the file is empty"):
            only.article()
