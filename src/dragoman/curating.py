"""Actors over all articles: glue between the store, which has the names and the ledger, and the resolver.

Who is who follows from what the articles say and from what people judged, never from the order of either's
coming: names that new articles bring wait in the store, and with them the others of their blocks are
resolved anew. Whatever moment this is stopped at, the next run goes on from there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from getpass import getuser

from sqlalchemy import Connection

from dragoman.errors import StoreError
from dragoman.resolve.actors import Cluster, Resolution, Rulings, Unit, resolved
from dragoman.store import Store
from dragoman.store.curated import Curated, find_one
from dragoman.store.curation import Placed, Placing, note_all, note_blocks, place, waiting_blocks
from dragoman.store.facts import Facts, facts_of, unit_of
from dragoman.store.ledger import Judgement, Ruled, Term, judge, ledger, rulings_of, undo
from dragoman.store.terms_judged import blocks_of_terms, terms_of_actor

AT_ONCE = 200
"""So many blocks of names are resolved in one transaction."""

Step = Callable[[int], None]


class Curator:
    """Keeps the actors of a store, and enters what people judge of them; ``by`` is who they are."""

    def __init__(self, store: Store, by: str | None = None) -> None:
        """Take an open store; without ``by``, judgements are entered under the user's name."""
        self._store = store
        self._by = by

    def settle(self, step: Step = lambda blocks: None) -> int:
        """Bring all names that wait to their actors; return how many blocks of names that were.

        ``step`` is told after each transaction how many blocks are done.
        """
        done = 0
        while True:
            with self._store.reading() as connection:
                if not waiting_blocks(connection, 1):
                    return done
            with self._store.writing() as connection:
                done += _settle_some(connection)
            step(done)

    def resettle(self, step: Step = lambda blocks: None) -> int:
        """Resolve every name anew, by the resolver of this version; what people judged stays."""
        with self._store.writing() as connection:
            note_all(connection)
        return self.settle(step)

    def merge(self, one: str, other: str, because: str | None = None) -> Judgement:
        """Judge that two actors, each given by a name or an id, are one.

        StoreError where nobody or more than one is called so, or both are one already.
        """
        with self._store.writing() as connection:
            first, second = find_one(connection, one), find_one(connection, other)
            if first.id == second.id:
                raise StoreError(f"{one!r} and {other!r} are one already: {first.name} ({first.id})")
            sides = [(actor.name, terms_of_actor(connection, actor.id)) for actor in (first, second)]
            return self._judge(connection, "same", sides, because)

    def split(
        self, actor: str, spellings: Iterable[str] = (), documents: Iterable[str] = (),
        because: str | None = None,
    ) -> Judgement:  # fmt: skip
        """Judge that some of an actor's names, or what some documents call by them, are somebody else.

        StoreError where the actor hasn't these, or nothing would be left of it.
        """
        with self._store.writing() as connection:
            found = find_one(connection, actor)
            out, rest = _parted(connection, found, tuple(spellings), tuple(documents))
            name = ", ".join((*spellings, *(f"in {document}" for document in documents)))
            return self._judge(connection, "different", [(name, out), (found.name, rest)], because)

    def undo(self, number: int, because: str | None = None) -> Judgement:
        """Undo a judgement by its number in the ledger; return it. StoreError where none such stands."""
        with self._store.writing() as connection:
            undone = undo(connection, number, because, self._name())
            if undone.verb == "undo":  # what had been undone stands again
                undone_before = {one.number: one for one in ledger(connection)}[undone.undoes or 0]
                _stir(connection, (*undone_before.ones, *undone_before.others))
            _stir(connection, (*undone.ones, *undone.others))
        self.settle()
        return undone

    def _judge(
        self, connection: Connection, verb: str, sides: list[tuple[str, list[Term]]], because: str | None
    ) -> Judgement:
        number = judge(
            connection, "same" if verb == "same" else "different", sides[0], sides[1], because, self._name()
        )
        _stir(connection, [term for _, terms in sides for term in terms])
        while waiting_blocks(connection, 1):
            _settle_some(connection)
        return next(one for one in ledger(connection) if one.number == number)

    def _name(self) -> str:
        return self._by or user_name()


def user_name() -> str:
    """Return the name under which judgements are entered where nobody gives another."""
    try:
        return getuser()
    except (KeyError, OSError, ImportError):  # no such user, as in many containers
        return "unknown"


def _parted(
    connection: Connection, actor: Curated, spellings: tuple[str, ...], documents: tuple[str, ...]
) -> tuple[list[Term], list[Term]]:
    """Return the terms that leave an actor and those that stay."""
    every = terms_of_actor(connection, actor.id, whole=True)
    out = terms_of_actor(connection, actor.id, spellings, documents)
    rest = [term for term in every if term not in out]
    if not out:
        raise StoreError(f"{actor.name} ({actor.id}) has no such names: dragoman actors show lists them")
    if not rest:
        raise StoreError(f"nothing would be left of {actor.name} ({actor.id})")
    return out, rest


def _stir(connection: Connection, terms: Iterable[Term]) -> None:
    """Let the names that a judgement is on wait to be resolved anew."""
    note_blocks(connection, blocks_of_terms(connection, terms))


def _settle_some(connection: Connection) -> int:
    """Resolve some blocks of those that wait, with all that rulings tie to them; return how many."""
    judged = rulings_of(ledger(connection))
    blocks = _closed(connection, set(waiting_blocks(connection, AT_ONCE)), judged)
    terms = [term for group in judged.together for term in group]
    terms += [term for pair in judged.apart for term in pair]
    singles = {(term.naming, term.document) for term in terms if term.document is not None}
    facts = facts_of(connection, blocks, singles)
    found = resolved([_unit(one) for one in facts], _rulings(judged, facts))
    place(connection, blocks, facts, _placing(found))
    return len(blocks)


def _closed(connection: Connection, blocks: set[str], judged: Ruled) -> set[str]:
    """Return blocks with those that people's judgements tie to them."""
    tied = [blocks_of_terms(connection, group) for group in judged.together]
    while met := [some for some in tied if some & blocks and not some <= blocks]:
        blocks = blocks.union(*met)
    return blocks


def _unit(one: Facts) -> Unit:
    return Unit(
        one.unit, one.names, one.kind, one.state, one.ref, one.sector, one.roles, one.first, one.last,
        one.documents, bool(one.machines), one.beside,
    )  # fmt: skip


def _rulings(judged: Ruled, facts: Iterable[Facts]) -> Rulings:
    """Return rulings on units; a term whose state articles no longer give means its naming's only unit."""
    units: dict[int, list[int]] = defaultdict(list)
    for one in facts:
        if one.document is None:
            units[one.naming].append(one.unit)
    known = {one.unit for one in facts}  # keys of these blocks: others are not concerned

    def key(term: Term) -> int:
        exact = unit_of(term.naming, term.state, term.document)
        only = units.get(term.naming, [])
        return only[0] if exact not in known and term.document is None and len(only) == 1 else exact

    together = tuple(frozenset(key(term) for term in group) for group in judged.together)
    return Rulings(together, frozenset((key(one), key(other)) for one, other in judged.apart))


def _placing(found: Resolution) -> Placing:
    places = tuple(
        Placed(member.unit, cluster.id, member.score, member.why)
        for cluster in found.clusters
        for member in cluster.members
    )
    rows = tuple(_row(cluster) for cluster in found.clusters)
    unsure = tuple(
        {"one": one.one, "other": one.other, "score": one.score, "why": one.why} for one in found.unsure
    )
    return Placing(places, rows, unsure)


def _row(cluster: Cluster) -> dict[str, str | None]:
    return {"id": cluster.id, "name": cluster.name, "kind": cluster.kind, "state": cluster.state,
            "ref": cluster.ref}  # fmt: skip
