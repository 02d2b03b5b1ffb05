"""Corrections: what people corrected of findings, and the endpoints that enter and undo."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Body, Depends, Path, Query
from pydantic import AfterValidator, BaseModel, Field

from dragoman.correcting import Corrector
from dragoman.records import Span, Status
from dragoman.records.actor import ActorKind
from dragoman.records.agreement import AgreementStatus
from dragoman.show.plain import one_line
from dragoman.store import Store
from dragoman.store.amending import Amendment, CorrectionLine, Pick
from dragoman.store.corrections import Role, Verb
from dragoman.web.failures import WRITES
from dragoman.web.views import View, store_of

SIZE = 50


def told(words: str | None) -> str | None:
    """Return what a person writes on one line that any store can hold; None where nothing is left."""
    return one_line(words or "") or None


Characters = Annotated[tuple[int, int], Field(description="[start, end) in code points of the text")]
By = Annotated[
    Annotated[str, Field(max_length=80)] | None, AfterValidator(told),
    Field(description="who corrects; by default the user of the desk"),
]  # fmt: skip
Because = Annotated[
    Annotated[str, Field(max_length=500)] | None, AfterValidator(told),
    Field(description="why; kept in the ledger"),
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Corrections:
    """A page of what people corrected, the latest first."""

    page: int
    total: int
    corrections: tuple[CorrectionLine, ...]


class Whom(BaseModel):
    """An actor of the article (``a3``), a phrase that names one, or an actor by a phrase."""

    actor: str | None = Field(None, pattern="^a[0-9]{1,6}$")
    span: Characters | None = None
    kind: ActorKind = Field("other", description="of whoever is new, and whom the archive doesn't know")


class Wish(BaseModel):
    """What is to be corrected: see the documentation of ``dragoman corrections``."""

    finding: str = Field(max_length=80, examples=["3f2a9c51e0ab:s4"])
    verb: Verb
    role: Role | None = Field(None, description="of link: which actors are given")
    actors: list[Whom] = Field([], max_length=20, description="of source (one, or none) and link")
    status: Status | AgreementStatus | None = Field(None, description="of status: of an event, an agreement")
    spans: list[Characters] = Field([], max_length=20, description="of span")
    because: Because = None
    by: By = None
    seen: Characters | None = Field(None, description="where the finding was seen; refused if it moved")


class Undoing(BaseModel):
    """Who undoes a correction, and why."""

    because: Because = None
    by: By = None


def corrections(
    document: Annotated[str | None, Query(max_length=64, description="id of a document")] = None,
    page: Annotated[int, Query(ge=1, le=10_000)] = 1,
    store: Store = Depends(store_of),
) -> Corrections:
    """Return what people corrected, in one document or in all, the latest first."""
    found, total = store.latest_corrections(document or None, page, SIZE)
    return Corrections(page, total, found)


CORRECTIONS = View(
    "/corrections", "corrections.html", corrections, Corrections, CorrectionLine,
    lambda answer: answer.corrections, lambda _: "Corrections", "What people corrected of findings",
)  # fmt: skip

ROUTER = APIRouter()


@ROUTER.post("/corrections", status_code=201, responses={**WRITES}, summary="Correct a finding")
def correct(wish: Wish, store: Store = Depends(store_of)) -> CorrectionLine:
    """Enter a correction in the ledger; every answer rests on it from now on."""
    picks = tuple(Pick(one.actor, _span(one.span), one.kind) for one in wish.actors)
    spans = tuple(Span(*span) for span in wish.spans)
    asked = Amendment(
        wish.finding, wish.verb, picks, spans, wish.role, wish.because, _span(wish.seen), wish.status
    )  # fmt: skip
    return Corrector(store, wish.by or None).correct(asked)


@ROUTER.delete("/corrections/{number}", responses={**WRITES}, summary="Undo a correction")
def undo(
    number: Annotated[int, Path(ge=1, le=2**53)],
    why: Annotated[Undoing | None, Body()] = None,
    store: Store = Depends(store_of),
) -> CorrectionLine:
    """Undo a correction; both stay in the ledger."""
    given = why or Undoing()
    return Corrector(store, given.by or None).undo(number, given.because)


def _span(pair: tuple[int, int] | None) -> Span | None:
    return None if pair is None else Span(*pair)
