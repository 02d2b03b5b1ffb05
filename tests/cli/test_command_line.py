"""The command line from its arguments to its exit code, with a reader that needs no model."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from dragoman.cli import cli
from dragoman.errors import KnowledgeError, NoArticle
from dragoman.records import Actor, Article, Attributed, Reading, Span, Statement, Versions
from dragoman.schema import schema_text
from dragoman.store import open_store

COMMANDS = Path(__file__).parents[2] / "docs" / "commands"
ARTICLE = "Ferrymen will strike again on Sunday, the harbour union said in a short letter to its members.\n"


class QuickReader:
    """Stands in for the engine: the first word is the source, the rest of the text the content."""

    def __init__(self, knowledge: object) -> None:
        del knowledge

    def read(self, article: Article) -> Reading:
        """Return a reading of one statement; refuse or break on two texts made for that."""
        if "refuse me" in article.text:
            raise NoArticle("nothing to read here")
        if "break me" in article.text:
            raise RuntimeError("a defect\nof ours")
        first = Span(0, article.text.index(" "))
        actor = Actor("a1", first.of(article.text), "group", None, None, None, None, False, (), (first,))
        content = Span(first.end + 1, len(article.text))
        statement = Statement(
            "s1", Attributed("a1", first), (), (), (content,), "indirect", "assertion", "affirms", (), (),
            None, 0.9,
        )  # fmt: skip
        return Reading(article, (actor,), (statement,), Versions("0", "none", "0"))


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Read with the stand-in, in a folder of the test's own."""
    monkeypatch.setattr("dragoman.pipeline.Reader", QuickReader)
    monkeypatch.chdir(tmp_path)


def run(*arguments: str, stdin: str | None = None) -> Result:
    """Run the command line in this process."""
    return CliRunner().invoke(cli, arguments, input=stdin)


def write(name: str, text: str = ARTICLE) -> str:
    """Write a file into the test's folder and return its name."""
    Path(name).parent.mkdir(exist_ok=True)
    Path(name).write_text(text, "utf-8")
    return name


def test_terminal_is_the_default_also_in_a_pipe() -> None:
    """Without --format the readings are for the eye, though standard output is no terminal."""
    result = run("read", write("a.txt"))
    assert result.exit_code == 0, result.output
    assert "1 statement by 1 source" in result.stdout and "\x1b" not in result.stdout


def test_jsonl_writes_one_object_a_line() -> None:
    """Each line is one reading, in the order of the sources."""
    result = run("read", write("b.txt"), write("a.txt"), "--format", "jsonl")
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [line["document"]["origin"] for line in lines] == ["b.txt", "a.txt"]


def test_verbatim_keeps_every_character() -> None:
    """With --verbatim the text that offsets count in is the file's."""
    text = "  Ferrymen   will strike again,\nthe harbour union said in a short letter to them.\n\n"
    result = run("read", write("a.txt", text), "--verbatim", "--format", "jsonl")
    assert json.loads(result.stdout)["document"]["text"] == text


def test_standard_input_and_a_date_of_ones_own() -> None:
    """`-` reads standard input; --published dates what names no date."""
    result = run("read", "-", "--published", "2015-11-24", "--format", "jsonl", stdin=ARTICLE)
    assert json.loads(result.stdout)["document"]["published"] == "2015-11-24"


def test_columns_of_a_table() -> None:
    """Named columns of a CSV become the article's text and title, and the row's name stands in its origin."""
    write("rows.csv", f'key,head,body\nk1,Strike,"{ARTICLE.strip()}"\nk2,Empty,\n')
    result = run(
        "read", "rows.csv", "--text-column", "body", "--title-column", "head", "--id-column", "key",
        "--format", "jsonl",
    )  # fmt: skip
    assert result.exit_code == 1
    document = json.loads(result.stdout)["document"]
    assert (document["title"], document["origin"]) == ("Strike", "rows.csv:2 (k1)")
    assert result.stderr.startswith("dragoman: rows.csv:3: ")


def test_a_bad_article_does_not_stop_the_others() -> None:
    """Refusals, defects of ours and missing files are listed, one line each; the rest is read; exit 1."""
    names = [write("a.txt"), write("b.txt", ARTICLE + "refuse me"), write("c.txt", ARTICLE + "break me")]
    result = run(
        "read", *names, "missing.txt", write("d.txt"), "--format", "jsonl", "--failures", "bad.jsonl"
    )
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 2
    failed = [json.loads(line) for line in Path("bad.jsonl").read_text().splitlines()]
    assert [line["origin"] for line in failed] == ["b.txt", "c.txt", "missing.txt"]
    assert all(set(line) == {"origin", "error", "message"} for line in failed)
    told = result.stderr.splitlines()
    assert [line.split(": ")[:2] for line in told] == [["dragoman", line["origin"]] for line in failed]
    assert "Traceback" not in result.stderr


def test_debug_shows_the_traceback_and_quiet_shows_nothing() -> None:
    """--debug is for whoever mends it; --quiet leaves the exit code to tell."""
    name = write("a.txt", ARTICLE + "break me")
    assert "Traceback" in run("read", name, "--debug").stderr
    result = run("read", name, "--quiet")
    assert result.exit_code == 1 and result.stderr == ""


def test_output_is_whole_or_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """-o replaces the file once all is written; on an interruption the old one stays, no partial either."""
    write("out.html", "old")
    assert run("read", write("a.txt"), "--format", "html", "-o", "out.html").exit_code == 0
    assert Path("out.html").read_text("utf-8").startswith("<!doctype html>")

    def interrupted(self: QuickReader, article: Article) -> Reading:
        raise KeyboardInterrupt

    monkeypatch.setattr(QuickReader, "read", interrupted)
    before = Path("out.html").read_bytes()
    result = run("read", "a.txt", "-o", "out.html")
    assert result.exit_code != 0 and "Traceback" not in result.output
    assert Path("out.html").read_bytes() == before
    assert sorted(path.name for path in Path().iterdir()) == ["a.txt", "out.html"]


def test_usage_errors_are_exit_code_two() -> None:
    """No source, an unknown format and a missing table are refused before anything is read."""
    name = write("a.txt")
    for arguments in ([], [name, "--format", "xml"], [name, "--actors", "none.csv"], [name, "--nonsense"]):
        assert run("read", *arguments).exit_code == 2


def test_an_output_that_cannot_be_written_is_one_line() -> None:
    """A folder that does not exist is named in the message, with no traceback."""
    result = run("read", write("a.txt"), "-o", "none/out.jsonl")
    assert result.exit_code == 1 and "none/out.jsonl" in result.stderr and "Traceback" not in result.output


def test_a_wrong_row_of_ones_own_names_file_and_line() -> None:
    """A table with a mistake stops the command with Dragoman's own error."""
    result = run("read", write("a.txt"), "--actors", write("mine.csv", "nonsense,columns\n1,2\n"))
    assert isinstance(result.exception, KnowledgeError)
    assert "mine.csv" in str(result.exception)


def test_schema_is_what_is_published() -> None:
    """`dragoman schema` prints the schema's file, character by character."""
    assert run("schema").stdout == schema_text()


def _options() -> list[tuple[str, click.Option]]:
    found = []
    for name, command in cli.commands.items():
        found += [(name, option) for option in command.params if isinstance(option, click.Option)]
    return found


@pytest.mark.parametrize(("command", "option"), _options(), ids=lambda value: getattr(value, "name", value))
def test_every_option_has_help_and_a_place_in_the_docs(command: str, option: click.Option) -> None:
    """No option without help text, none that docs/commands does not name."""
    assert option.help
    page = (COMMANDS / f"{command}.md").read_text("utf-8")
    assert all(f"`{name}" in page for name in option.opts)


def test_every_command_has_help_examples_and_a_page() -> None:
    """Each command says what it does, with an example, and has a page of its own; no page without command."""
    assert {path.stem for path in COMMANDS.glob("*.md")} == set(cli.commands)
    for name, command in cli.commands.items():
        assert "Example" in (command.help or ""), name
        assert "Usage" in run(name, "--help").output


def test_help_is_quick_because_it_loads_nothing_heavy() -> None:
    """`dragoman --help` loads neither the engine nor what draws."""
    code = (
        "import sys, dragoman.cli\n"
        "heavy = {'numpy', 'onnxruntime', 'trafilatura', 'rich', 'jinja2', 'tokenizers'} & set(sys.modules)\n"
        "sys.exit(f'loaded: {heavy}' if heavy else 0)"
    )
    began = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert time.perf_counter() - began < 5  # 0.2 s on a quiet machine; this only catches a gross change


@pytest.mark.parametrize(
    "asked",
    [
        ("between", "A", "B", "--since"),
        ("said", "--from"),
        ("events", "--to"),
        ("map", "--on"),
        ("read", "-", "--published"),
    ],
)
def test_what_is_no_day_is_told_in_one_line(asked: tuple[str, ...]) -> None:
    """Every option that takes a day refuses other words alike: what was given, and how a day is written."""
    answer = CliRunner().invoke(cli, [*asked, "24.11.2015"])
    assert answer.exit_code == 2
    assert answer.output.splitlines()[-1].endswith("'24.11.2015' is no day; write it as 2015-11-24")


def test_without_corrections_it_says_how_one_is_made(tmp_path: Path) -> None:
    """An empty list of corrections doesn't ask for other words: it says where a finding is corrected."""
    with open_store(str(tmp_path / "empty.sqlite"), create=True):
        pass
    answer = CliRunner().invoke(cli, ["corrections", "list", "--store", str(tmp_path / "empty.sqlite")])
    assert answer.exit_code == 0 and answer.output.startswith("nobody has corrected anything")
