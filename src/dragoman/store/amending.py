"""What a person asks to be corrected → the ledger, and the rows of the document written after it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, select

from dragoman.errors import CorrectionError, StoreError
from dragoman.records import Actor, Reading, Span
from dragoman.records.actor import ActorKind
from dragoman.store import corrections as ledger
from dragoman.store.correcting import Corrected, corrected
from dragoman.store.corrections import MANY, ROLES, STATUSES, Correction, Kind, Named, Role, Verb
from dragoman.store.folding import folded
from dragoman.store.ids import LETTERS, SHOWN, parsed_id
from dragoman.store.loading import document_of, machine_reading
from dragoman.store.meeting import local_ids, named_by, target_of
from dragoman.store.saving import rewrite
from dragoman.store.tables import actors, documents, spellings
from dragoman.store.values import stated

_QUOTED = 300
"""So many characters of a finding's words are kept in the ledger."""


@dataclass(frozen=True, slots=True)
class Pick:
    """Whom a person picks: an actor of the article by its local id, a phrase of the text, or both.

    A phrase that names an actor of the article means that one; another is a new actor, as the archive knows
    it by that name, else of ``kind``.
    """

    actor: str | None = None
    span: Span | None = None
    kind: ActorKind = "other"


@dataclass(frozen=True, slots=True)
class Amendment:
    """What a person asks: another source (or none), other characters, other actors in a role, another status,
    or rejection.

    ``finding`` is a public id such as ``3f2a9c51e0ab:s4``. ``seen`` are the characters at which the person
    saw it; where it has moved since, nothing is done.
    """

    finding: str
    verb: Verb
    actors: tuple[Pick, ...] = ()
    spans: tuple[Span, ...] = ()
    role: Role | None = None
    because: str | None = None
    seen: Span | None = None
    status: str | None = None


@dataclass(frozen=True, slots=True)
class CorrectionLine:
    """A correction as it is shown; ``finding`` is None where the finding is rejected or found no more.

    ``was`` and ``now`` are the words, or names, before and after; ``met`` says whether the machine's reading
    holds a finding like the corrected one.
    """

    number: int
    made: str
    by: str
    verb: Verb
    role: Role | None
    kind: Kind
    finding: str | None
    document: str
    title: str | None
    start: int
    end: int
    words: str
    was: str
    now: str
    because: str | None
    stands: bool
    met: bool


def amend(connection: Connection, asked: Amendment, by: str) -> int:
    """Enter what is asked in the ledger and write the document's rows anew; return the correction's number.

    StoreError where there is no such finding, CorrectionError where it can't be corrected so.
    """
    prefix, letter, count = parsed_id(asked.finding)
    number, identifier = document_of(connection, prefix)
    kind = _kind(letter)
    now = _current(connection, number)
    local = f"{letter}{count}"
    place = next((p for p, known in now.ids[kind].items() if known == local), None)
    if place is None:
        raise StoreError(f"document {identifier[:SHOWN]} has no finding {local}")
    _check(asked, kind)
    one = _correction(connection, asked, now.reading, kind, local)
    machine = machine_reading(connection, number)
    one = replace(one, document=identifier, by=by, target=target_of(machine, kind, place))
    return rewrite(connection, number, lambda: ledger.enter_correction(connection, one))


def withdraw(connection: Connection, number: int, because: str | None, by: str) -> Correction:
    """Undo a correction, and write the document's rows anew; return it. StoreError where none such stands."""
    one = ledger.correction(connection, number)
    if not one.stands:
        raise CorrectionError(f"correction {number} is undone already")
    document, _ = document_of(connection, one.document)

    def enter() -> int:
        return ledger.enter_undoing(connection, number, because, by).number

    rewrite(connection, document, enter)
    return replace(one, stands=False)


def correction_lines(connection: Connection, document: str | None = None) -> tuple[CorrectionLine, ...]:
    """Return the corrections of a document (its id or first digits) or of all, as they were made."""
    return _told(connection, _asked(connection, document))


def latest_corrections(
    connection: Connection, document: str | None, page: int, size: int
) -> tuple[tuple[CorrectionLine, ...], int]:
    """Return a page of the corrections of a document or of all, the latest first, and how many there are."""
    made = _asked(connection, document)[::-1]
    return _told(connection, made[(page - 1) * size : page * size])[::-1], len(made)


def _asked(connection: Connection, document: str | None) -> tuple[Correction, ...]:
    if document is None:
        return ledger.corrections(connection)
    return ledger.corrections_of(connection, document_of(connection, document)[1])


def _told(connection: Connection, some: Iterable[Correction]) -> tuple[CorrectionLine, ...]:
    """Return the lines of some corrections, by number; all of their documents' corrections bear on them."""
    wanted = {one.number: one.document for one in some}
    lines = []
    for identifier in dict.fromkeys(wanted.values()):
        every = ledger.corrections_of(connection, identifier)
        lines += [line for line in _lines(connection, identifier, every) if line.number in wanted]
    return tuple(sorted(lines, key=lambda line: line.number))


def _lines(connection: Connection, identifier: str, some: Sequence[Correction]) -> Iterator[CorrectionLine]:
    query = select(documents.c.number, documents.c.title).where(documents.c.id == identifier)
    number, title = connection.execute(query).one()
    found = corrected(machine_reading(connection, number), some)
    for one in some:
        local = found.finding(one)
        yield CorrectionLine(
            one.number, one.made, one.by, one.verb, one.role, one.target.kind,
            f"{identifier[:SHOWN]}:{local}" if local else None, identifier, title,
            one.target.spans[0].start, one.target.spans[-1].end, one.words, one.was, one.now, one.because,
            one.stands, not one.stands or found.met[one.number] is not None,
        )  # fmt: skip


def _current(connection: Connection, number: int) -> Corrected:
    machine = machine_reading(connection, number)
    return corrected(machine, ledger.corrections_of(connection, machine.id))


def _kind(letter: str | None) -> Kind:
    for kind in ROLES:
        if letter is not None and LETTERS[letter] == kind:
            return kind
    raise CorrectionError(
        "only statements, events, agreements, memberships, positions, forecasts are corrected"
    )


def _check(asked: Amendment, kind: Kind) -> None:
    """CorrectionError where a finding of a kind can't be corrected as it is asked."""
    if asked.verb == "source" and kind != "statements":
        raise CorrectionError(f"{kind} have no source: link gives them other actors")
    if asked.verb == "source" and len(asked.actors) > 1:
        raise CorrectionError("a statement has one source, or none")
    if asked.verb == "link" and asked.role not in ROLES[kind]:
        raise CorrectionError(f"say which role to link: {', '.join(ROLES[kind])}")
    if asked.verb == "link" and asked.role not in MANY and len(asked.actors) != 1:
        raise CorrectionError(f"one actor is the {asked.role}")
    if asked.verb == "status" and kind not in STATUSES:
        raise CorrectionError(f"{kind} have no status: events and agreements do")
    if asked.verb == "status" and asked.status not in STATUSES[kind]:
        raise CorrectionError(f"say which status: {', '.join(STATUSES[kind])}")
    if asked.verb == "span" and not asked.spans:
        raise CorrectionError("say which characters the finding has")


def _correction(
    connection: Connection, asked: Amendment, reading: Reading, kind: Kind, local: str
) -> Correction:
    """Return what is asked as a correction; document, target and who are filled in later."""
    place = local_ids(reading, kind).index(local)
    here = target_of(reading, kind, place)
    if asked.seen is not None and not any(asked.seen.overlaps(span) for span in here.spans):
        raise CorrectionError(f"{asked.finding} is another finding by now: load the page again")
    spans = tuple(sorted(_trimmed(span, reading.text) for span in asked.spans))
    named = tuple(_named(connection, reading, pick, here.spans[0]) for pick in asked.actors)
    one = getattr(reading, kind)[place]
    said = one.content if kind == "statements" else here.spans
    if asked.verb == "span":
        was, now = stated(said, reading.text), stated(spans, reading.text)
    elif asked.verb == "source":
        was, now = _names(reading, one.source and [one.source.actor]), ", ".join(n.name for n in named)
    elif asked.verb == "link":
        was, now = _names(reading, _linked(one, str(asked.role))), ", ".join(n.name for n in named)
    elif asked.verb == "status":
        was, now = one.status, str(asked.status)
    else:
        was, now = "", ""
    return Correction(
        0, "", "", asked.verb, "", here, stated(said, reading.text)[:_QUOTED], asked.role, named, spans,
        was[:_QUOTED], now[:_QUOTED], asked.because, status=asked.status if asked.verb == "status" else None,
    )  # fmt: skip


def _linked(one: object, role: str) -> list[str]:
    found = getattr(one, role)
    if role == "via":
        return [link.actor for link in found]
    return [found] if isinstance(found, str) else list(found or ())


def _names(reading: Reading, identifiers: list[str] | None) -> str:
    return ", ".join(reading.actor(identifier).name for identifier in identifiers or ())


def _trimmed(span: Span, text: str) -> Span:
    """Return a span without white space at its ends; CorrectionError where nothing is left of it."""
    if not 0 <= span.start < span.end <= len(text):
        raise CorrectionError(f"the text has no characters {span.start} to {span.end}")
    words = span.of(text)
    if not words.strip():
        raise CorrectionError("there is nothing but white space at these characters")
    return Span(span.start + len(words) - len(words.lstrip()), span.end - len(words) + len(words.rstrip()))


def _named(connection: Connection, reading: Reading, pick: Pick, near: Span) -> Named:
    """Return whom a person picked, with the phrase that names him: the given one, else the nearest."""
    span = _trimmed(pick.span, reading.text) if pick.span else None
    actor = next((one for one in reading.actors if one.id == pick.actor), None)
    if pick.actor is not None and actor is None:
        raise CorrectionError(f"the article has no actor {pick.actor}")
    if actor is None and span is not None:
        actor = next((a for a in reading.actors if any(m.overlaps(span) for m in a.mentions)), None)
    if actor is not None:
        mentions = [span] if span else sorted(actor.mentions, key=lambda m: abs(m.start - near.start))
        if not mentions:
            raise CorrectionError(f"the article doesn't name {actor.name}: give the characters that do")
        return named_by(actor, mentions[0])
    if span is None:
        raise CorrectionError("pick an actor of the article, or give the characters that name one")
    name = " ".join(span.of(reading.text).split())
    known = _known(connection, name)
    return named_by(known, span) if known else Named(span, name, pick.kind)


def _known(connection: Connection, name: str) -> Actor | None:
    """Return an actor as the archive mostly knows whoever is called so; None where it knows nobody."""
    called = select(spellings.c.naming).where(spellings.c.folded == folded(name))
    naming = connection.scalar(called.order_by(spellings.c.documents.desc(), spellings.c.id).limit(1))
    if naming is None:
        return None
    row = connection.execute(
        select(actors).where(actors.c.naming == naming).order_by(actors.c.id.desc()).limit(1)
    ).one()
    return Actor(
        "a1", name, row.kind, row.state, row.sector, row.role, row.ref, False, (), (), row.link_confidence
    )  # fmt: skip
