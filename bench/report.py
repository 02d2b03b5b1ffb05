"""What every measure shares: where the shared data lies, the table it prints, the JSON it leaves."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
EXAMPLES = ROOT / "examples" / "press"
SKIPPED = "skipped: ../shared is absent"

Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class Table:
    """A titled table; floats are shown with one decimal, None as a dash."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def text(self) -> str:
        """Return the table as aligned lines, the first column to the left, numbers to the right."""
        cells = [[_shown(cell) for cell in row] for row in self.rows]
        widths = [
            max(len(line[i]) for line in [list(self.columns), *cells]) for i in range(len(self.columns))
        ]
        lines = [self.title, _line(self.columns, widths), _line(["-" * w for w in widths], widths)]
        return "\n".join(lines + [_line(row, widths) for row in cells])


def _shown(cell: Cell) -> str:
    if cell is None:
        return "-"
    return f"{cell:.1f}" if isinstance(cell, float) else str(cell)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    parts = [
        cell.ljust(w) if not i else cell.rjust(w)
        for i, (cell, w) in enumerate(zip(cells, widths, strict=True))
    ]
    return "  ".join(parts).rstrip()


def parser(summary: str | None) -> argparse.ArgumentParser:
    """Return a command line with the options that all measures have."""
    found = argparse.ArgumentParser(
        description=(summary or "").split("\n\n")[0], formatter_class=argparse.RawDescriptionHelpFormatter
    )
    found.add_argument("--json", type=Path, metavar="OUT", help="write the figures to this file too")
    return found


def publish(tables: Sequence[Table], figures: dict[str, object], out: Path | None) -> None:
    """Print the tables, and write ``figures`` as JSON where a file is asked for."""
    print("\n\n".join(table.text() for table in tables))
    if out:
        out.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def need(path: Path) -> Path:
    """Return ``path``, or end the measure with a clear word (and success) where it isn't there."""
    if not path.exists():
        print(SKIPPED if path.is_relative_to(SHARED) else f"skipped: {path.name} is absent")
        sys.exit(0)
    return path


def read_verbatim(path: Path) -> str:
    """Read a text as it is: UTF-8, a byte order mark kept, ends of lines untouched."""
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def share(right: int, whole: int) -> float:
    """Return ``right`` of ``whole`` in percent; of nothing, 100."""
    return 100.0 * right / whole if whole else 100.0


def f1(right: int, predicted: int, gold: int) -> float:
    """Return the F1 of counts in percent; 100 where there was nothing to find and nothing was said."""
    return 200.0 * right / (predicted + gold) if predicted + gold else 100.0
