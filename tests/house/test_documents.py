"""What the README, the guide and the Python page show is what happens, on one store of the sample press."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from dragoman.cli import cli

ROOT = Path(__file__).parents[2]
ADD = "dragoman add examples/press"
_BARS = re.compile("[▁▂▃▄▅▆▇█│]+")


@pytest.fixture(scope="module")
def added(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A working folder as a newcomer has it, with the sample press in its store; and what adding it said."""
    folder = tmp_path_factory.mktemp("newcomer")
    (folder / "examples").symlink_to(ROOT / "examples")
    return folder, shown(ADD, folder)


def shown(command: str, folder: Path) -> str:
    """Run a line of a console in a folder, which has to go well; return all that it printed."""
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    environment.pop("DRAGOMAN_STORE", None)
    first, *arguments = shlex.split(command)
    if first != "dragoman":
        done = subprocess.run(
            command, shell=True, cwd=folder, env=environment, capture_output=True, text=True, check=True
        )
        return done.stdout
    before = Path.cwd()
    os.chdir(folder)
    try:
        result = CliRunner(env={"DRAGOMAN_STORE": None, "COLUMNS": "110"}).invoke(cli, arguments)
    finally:
        os.chdir(before)
    assert result.exit_code == 0, f"{command}\n{result.output}\n{result.exception!r}"
    return result.output


def told(page: str) -> list[tuple[str, list[str]]]:
    """Return the commands of a page's consoles, each with the lines that are shown under it."""
    found: list[tuple[str, list[str]]] = []
    text = (ROOT / page).read_text("utf-8")
    for block in re.findall(r"^```console\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
        for line in block.splitlines():
            if line.startswith("$ "):
                found.append((line[2:], []))
            elif line.strip() != "…":
                found[-1][1].append(line)
    return found


def plain(line: str) -> str:
    """Return a line without its figures, ids and bars: they move with the model and the tables."""
    return " ".join(
        re.sub(r"[-+]?\d[\d.,]*", "#", re.sub(r"\b[0-9a-f]{12}\b", "#", _BARS.sub("", line))).split()
    )


@pytest.mark.parametrize("page", ["README.md", "docs/guide.md"])
def test_consoles_show_what_commands_print(page: str, added: tuple[Path, str]) -> None:
    """Every command goes well, and prints each line shown under it, figures apart; … ends a shortened one."""
    folder, adding = added
    commands = told(page)
    assert commands
    for command, lines in commands:
        printed = [plain(x) for x in (adding if command == ADD else shown(command, folder)).splitlines()]
        for line in map(plain, lines):
            start = line.removesuffix("…").rstrip() if line.endswith("…") else None
            met = any(x.startswith(start) for x in printed) if start is not None else line in printed
            assert met, f"{page}: {command} does not print {line!r}, but\n" + "\n".join(printed)


@pytest.mark.parametrize("page", ["README.md", "docs/guide.md", "docs/python.md"])
def test_python_examples_run(page: str, added: tuple[Path, str]) -> None:
    """Every Python example runs as it stands, in a folder whose store holds the sample press."""
    folder, _ = added
    if not (folder / "dyads.csv").exists():
        shown("dragoman export dyads --store dragoman.sqlite -o dyads.csv", folder)
    text = (ROOT / page).read_text("utf-8")
    blocks = re.findall(r"^```python\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    assert blocks
    for block in blocks:
        done = subprocess.run([sys.executable, "-c", block], capture_output=True, text=True, cwd=folder)
        assert done.returncode == 0, f"{block}\n{done.stderr}"


@pytest.mark.parametrize("page", sorted(str(p.relative_to(ROOT)) for p in (ROOT / "docs").rglob("*.md")))
def test_options_that_pages_name_exist(page: str) -> None:
    """An option written after a command's name on a page is an option of that command."""
    for line in (ROOT / page).read_text("utf-8").splitlines():
        for asked in re.findall(r"(?:^|[`$|] ?)dragoman ([a-z]+[^`|]*)", line):
            words = asked.split()
            command = cli.commands.get(words[0])
            if command is None:
                continue
            known = set(_options(command))
            named = {word.split("=")[0] for word in words if re.fullmatch(r"--[a-z][a-z-]+(=.*)?", word)}
            assert named <= known, f"dragoman {asked}: no such option of {words[0]}: {sorted(named - known)}"


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_options_that_a_commands_page_defines_exist(name: str) -> None:
    """What the page of a command lists as its options, the command or one of its verbs takes."""
    page = (ROOT / "docs" / "commands" / f"{name}.md").read_text("utf-8")
    defined = re.findall(r"^(?:\| )?((?:`-[^`]+`(?:, )?)+)", page, re.MULTILINE)
    named = {word for one in defined for word in re.findall(r"--[a-z][a-z-]*", one)}
    assert named <= set(_options(cli.commands[name]))


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_options_of_a_command_are_on_its_page(name: str) -> None:
    """Every option that a command or one of its verbs takes is named on the command's page."""
    page = (ROOT / "docs" / "commands" / f"{name}.md").read_text("utf-8")
    taken = {option for option in _options(cli.commands[name]) if option.startswith("--")}
    assert taken <= set(re.findall(r"--[a-z][a-z-]*", page))


def _options(command: object) -> list[str]:
    import click

    assert isinstance(command, click.Command)
    own = [name for option in command.params for name in (*option.opts, *option.secondary_opts)]
    verbs = command.commands.values() if isinstance(command, click.Group) else ()
    return [*own, "--help", *(name for verb in verbs for name in _options(verb))]


def test_every_page_is_in_the_index() -> None:
    """Each page of docs/ stands in a toctree of the index, once, and each entry is a page."""
    index = (ROOT / "docs" / "index.md").read_text("utf-8")
    blocks = re.findall(r"^```\{toctree\}\n(.*?)^```", index, re.MULTILINE | re.DOTALL)
    entries = [x.strip() for block in blocks for x in block.splitlines() if x.strip() and x[0] != ":"]
    pages = {str(path.relative_to(ROOT / "docs").with_suffix("")) for path in (ROOT / "docs").rglob("*.md")}
    assert len(entries) == len(set(entries))
    assert set(entries) == pages - {"index"}
