"""What works beside the desk ends with it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

PROGRAM = """
import multiprocessing, time
from dragoman.web.with_parent import end_with_parent

def work():
    end_with_parent()
    time.sleep(600)

if __name__ == "__main__":
    child = multiprocessing.get_context("spawn").Process(target=work, daemon=True)
    child.start()
    time.sleep(2)
    print(child.pid, flush=True)
    time.sleep(600)
"""


def is_running(pid: int) -> bool:
    """Say whether a process runs; one that has ended and waits to be counted out does not."""
    state = Path(f"/proc/{pid}/stat")
    try:
        return state.read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def test_a_killed_desk_leaves_nobody_at_work(tmp_path: Path) -> None:
    """Killed, a process can stop nobody; its children see that it is gone and end."""
    if not Path("/proc").is_dir():
        import pytest

        pytest.skip("processes are looked up in /proc")
    script = tmp_path / "desk.py"
    script.write_text(PROGRAM, encoding="utf-8")
    desk = subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True)
    assert desk.stdout is not None
    child = int(desk.stdout.readline())
    assert is_running(child)
    os.kill(desk.pid, signal.SIGKILL)
    desk.wait()
    until = time.monotonic() + 30
    while is_running(child) and time.monotonic() < until:
        time.sleep(0.2)
    assert not is_running(child)
