"""A process beside the desk that ends with it, however the desk ends."""

from __future__ import annotations

import os
import threading
from multiprocessing import parent_process
from multiprocessing.connection import wait


def end_with_parent() -> None:
    """Let this process end as soon as the one that started it has, even one that was killed.

    A killed process stops nobody: what works on for it would do so for nobody, for minutes.
    """
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_watch, args=(parent.sentinel,), daemon=True, name="with-parent").start()


def _watch(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
