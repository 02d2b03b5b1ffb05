"""Acts from event tables made elsewhere: no article, no span, only what a row says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dragoman.records.event import EventType


@dataclass(frozen=True, slots=True)
class ImportedAct:
    """One row: an act of one state on another on a day, done.

    ``row`` is its line in the file, ``count`` how many acts alike it stands for, ``score`` (-1 to 1) one of
    the table's own where it has no types that PLOVER knows, ``outlet`` whoever published it, "" where nobody
    says.
    """

    row: int
    day: date
    type: EventType
    mode: str | None
    actor: str
    recipient: str
    count: float = 1.0
    score: float | None = None
    outlet: str = ""


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """A file that acts were brought in from: its SHA-256, its name, the map of columns, how many acts."""

    digest: str
    name: str
    form: str
    acts: int
