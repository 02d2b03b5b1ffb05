"""What the store answers with: lines that each carry a document, a span of its text and a snippet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar


@dataclass(frozen=True, slots=True)
class Line:
    """One finding of one document.

    ``id`` is stable: the document's prefix and the finding's id in its reading. ``start`` and ``end`` are
    code points of the document's text; ``snippet`` is the text from ``snippet_start`` on. ``prints`` says how
    often the document's text was printed, ``copy_of`` which print (a document's id) the text most likely goes
    back to, where that is another. ``alike`` are ids of lines that say the same in copies and are left out.
    """

    id: str
    document: str
    start: int
    end: int
    snippet: str
    snippet_start: int
    title: str | None
    publication: str | None
    published: date | None
    origin: str | None
    url: str | None
    prints: int
    copy_of: str | None
    alike: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ArticleLine(Line):
    """An article whose text holds what was searched for; ``hits`` are spans of its text."""

    author: str | None
    hits: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class StatementLine(Line):
    """Who said what, in whose words, through whom (``via``, nearest first); actors as the text has them."""

    source: str | None
    source_role: str | None
    source_state: str | None
    source_ref: str | None
    anonymous: bool
    via: tuple[str, ...]
    cue: str
    text: str
    form: str
    force: str
    polarity: str
    about: tuple[str, ...]
    issues: tuple[str, ...]
    parent: str | None
    confidence: float
    hits: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class EventLine(Line):
    """Who did what to whom (PLOVER), and whether it happened.

    ``act`` is the id of the first telling of the same act, ``told_by`` the articles that tell of it, and
    ``origins`` the texts behind them when copies count once.
    """

    type: str
    mode: str | None
    status: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    actor_states: tuple[str, ...]
    recipient_states: tuple[str, ...]
    first_day: date | None
    last_day: date | None
    place: str | None
    statement: str | None
    confidence: float
    act: str
    told_by: int
    origins: int


@dataclass(frozen=True, slots=True)
class AgreementLine(Line):
    """What was agreed between whom; ``amount`` is in the text's own words."""

    parties: tuple[str, ...]
    instrument: str | None
    status: str
    subject: str | None
    amount: str | None
    purpose: str | None
    open_points: str | None
    statement: str | None
    confidence: float


@dataclass(frozen=True, slots=True)
class MembershipLine(Line):
    """Who belongs to which organization, as what."""

    organization: str
    member: str
    member_state: str | None
    role: str
    statement: str | None
    confidence: float


@dataclass(frozen=True, slots=True)
class PositionLine(Line):
    """Where somebody stands on a proposition."""

    actor: str
    issue: str
    proposition: str
    stance: str
    leaning: str | None
    firmness: str
    condition: str | None
    statement: str | None
    confidence: float


AnyLine = TypeVar("AnyLine", bound=Line, covariant=True)


@dataclass(frozen=True, slots=True)
class Page(Generic[AnyLine]):
    """Some of the lines that answer a question.

    ``total`` counts all that were found, ``complete`` says whether that is all there are: where it isn't,
    so many match that only those added last were looked at.
    """

    lines: tuple[AnyLine, ...]
    total: int
    complete: bool
