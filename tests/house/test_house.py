"""The house rules that a machine can hold."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "src").rglob("*.py"))


def functions(path: Path) -> list[ast.FunctionDef]:
    """Return every function of a file."""
    tree = ast.parse(path.read_text("utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_files_can_be_read_at_a_sitting(path: Path) -> None:
    """A file has at most 400 lines, a function at most 60, no name says nothing."""
    assert len(path.read_text("utf-8").splitlines()) <= 400
    assert path.stem not in ("utils", "helpers", "common", "manager")
    for function in functions(path):
        assert (function.end_lineno or 0) - function.lineno < 60, function.name


def test_sources_name_no_machine() -> None:
    """No path of a machine and nothing outside the project is named in what is shipped."""
    for path in SOURCES:
        text = path.read_text("utf-8")
        assert "../shared" not in text and "/home/" not in text and "/root/" not in text, path


def test_locks_are_plain() -> None:
    """The locks pin exact versions, name no address, and bring no training library."""
    for name in ("requirements.lock", "requirements-dev.lock"):
        lines = [x for x in (ROOT / name).read_text("utf-8").splitlines() if x and not x.startswith("#")]
        assert all(re.fullmatch(r"[\w.-]+==[\w.]+", line) for line in lines)
        assert not any(line.lower().startswith(("torch==", "nvidia")) for line in lines)


def test_readme_commands_exist() -> None:
    """Every make target that the README names is in the Makefile."""
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for target in re.findall(r"^make (\w+)$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE)


def test_importing_is_light_and_offline() -> None:
    """Importing the package loads no engine, no web page reader, and opens no socket."""
    code = (
        "import socket, sys\n"
        "def refuse(*a, **k): raise SystemExit('opened a socket')\n"
        "socket.socket = refuse\n"
        "import dragoman\n"
        "heavy = {'onnxruntime', 'trafilatura', 'spacy', 'torch', 'numpy'} & set(sys.modules)\n"
        "sys.exit(f'imported {heavy}' if heavy else 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
