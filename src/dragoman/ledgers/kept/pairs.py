"""Pairs of claims that contradict each other, and pairs in dispute or beside it that say the same.

Whether two contradict each other follows from the two alone, and so does whether they say the same. The
latter is asked only of claims in dispute (``contesting``): where a claim comes to be so, it is asked of all
around it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection, Table, delete, insert, or_, select

from dragoman.ledgers.kept import keys
from dragoman.ledgers.kept.keys import DENIED, DISPUTED, Found, Numbered
from dragoman.ledgers.kept.texts import Texts
from dragoman.relations.disputes.claims import Claim
from dragoman.relations.disputes.contested import of_one_root
from dragoman.relations.disputes.opposing import agreements, contradictions
from dragoman.relations.disputes.pairing import agreeing_by, contradicting_by
from dragoman.store.compared_tables import accords, clashes, contesting
from dragoman.store.ids import SHIFT
from dragoman.store.listing import listed
from dragoman.store.once import put_once


class Pairs:
    """Keeps what is known of pairs of claims; ``touched`` are the numbers of claims of which something else
    is known now."""

    def __init__(self, connection: Connection, texts: Texts) -> None:
        """Take a connection that may write, and the claims behind it."""
        self._connection = connection
        self._texts = texts
        self.touched: set[int] = set()

    def change(self, gone: Numbered, come: Numbered) -> None:
        """Take claims out and others in; what is another claim now is both."""
        beside = self._forget(gone)
        keys.enter(self._connection, come)
        beside |= self._compare(come)
        self._contest(beside | come.keys(), come)

    def _forget(self, gone: Numbered) -> set[int]:
        """Take claims out with all pairs that they are in; return whom they contradicted."""
        keys.leave(self._connection, gone)
        against = _partners(self._connection, clashes, gone)
        self.touched |= against | _partners(self._connection, accords, gone)
        for table in (clashes, accords):
            _remove(self._connection, table, gone)
        for some in listed(sorted(gone)):
            self._connection.execute(delete(contesting).where(contesting.c.claim.in_(some)))
        return against - gone.keys()

    def _compare(self, come: Numbered) -> set[int]:
        """Find what new claims contradict; return these and those."""
        found = keys.by_drawers(self._connection, come, contradicting_by())
        affirmed, denied = _split(come)
        found |= keys.by_words(self._connection, affirmed, DENIED) | self._texts.affirming(denied)
        shared = keys.by_shared(self._connection, affirmed, DENIED)
        shared |= keys.by_shared(self._connection, denied)
        found |= self._of_words(shared, alike=False) | self._answers(come)
        rows, against = [], set()
        for one, two, first, second in self._told(found):
            clash = contradictions(first, second)
            if clash:
                disputed = not of_one_root(first, second)
                kinds = json.dumps([[each.kind, each.matter] for each in clash])
                rows.append({"one": one, "two": two, "disputed": disputed, "kinds": kinds})
                against |= {one, two}
        if rows:
            self._connection.execute(insert(clashes), rows)
        self.touched |= against
        return against

    def _answers(self, come: Numbered) -> Found:
        """Return the pairs of a claim that points at others and these, where one of the two is new."""
        found: Found = set()
        of_texts = self._texts.prints(self._texts.copies(n >> SHIFT for n in come).values())
        numbers = of_texts.numbers
        for number, claim in of_texts.standing.items():
            pointed = (numbers[name] for name in claim.answers if name in numbers)
            found.update((number, other) for other in pointed if number in come or other in come)
        return found

    def _contest(self, about: Iterable[int], come: Numbered) -> None:
        """Find out which claims are in dispute now, and who says the same as these."""
        asked = set(about)
        before, now = _contesting(self._connection, asked), _disputed(self._connection, asked)
        self._let_go(before - now)
        fresh = self._texts.claims(now - before)
        if fresh:
            self._connection.execute(insert(contesting), [{"claim": number} for number in sorted(fresh)])
            keys.enter_disputed(self._connection, fresh)
        found = self._around(fresh) | self._beside({n: c for n, c in come.items() if n not in fresh})
        rows = []
        for one, two, first, second in self._told(found):
            matters = agreements(first, second)
            if matters:
                rows.append({"one": one, "two": two, "matters": json.dumps(sorted(matters))})
                self.touched |= {one, two}
        put_once(self._connection, accords, rows)

    def _let_go(self, left: set[int]) -> None:
        """Forget what is known of claims for their being in dispute."""
        if not left:
            return
        for some in listed(sorted(left)):
            self._connection.execute(delete(contesting).where(contesting.c.claim.in_(some)))
        keys.leave_disputed(self._connection, self._texts.claims(left))
        others = select(contesting.c.claim)
        for some in listed(sorted(left)):
            held = accords.c
            idle = (
                or_(held.one.in_(some), held.two.in_(some)),
                held.one.not_in(others),
                held.two.not_in(others),
            )
            rows = self._connection.execute(select(held.one, held.two).where(*idle)).all()
            self.touched |= {number for row in rows for number in row}
            self._connection.execute(delete(accords).where(*idle))

    def _around(self, fresh: Numbered) -> Found:
        """Return what may say the same as claims that came to be in dispute."""
        found = keys.by_drawers(self._connection, fresh, agreeing_by())
        affirmed, denied = _split(fresh)
        found |= self._texts.affirming(affirmed) | keys.by_words(self._connection, denied, DENIED)
        found |= self._of_words(keys.by_shared(self._connection, fresh), alike=True)
        return found | self._carried_on(fresh)

    def _beside(self, come: Numbered) -> Found:
        """Return which claims that are in dispute may say the same as new ones."""
        found = keys.by_drawers(self._connection, come, agreeing_by())
        affirmed, denied = _split(come)
        found |= keys.by_words(self._connection, affirmed, DISPUTED)
        found |= keys.by_words(self._connection, denied, DENIED) | self._carried_on(come)
        found |= self._of_words(keys.by_shared(self._connection, come, DISPUTED), alike=True)
        known = _contesting(self._connection, {number for pair in found for number in pair})
        return {pair for pair in found if known.intersection(pair)}

    def _carried_on(self, some: Numbered) -> Found:
        """Return the pairs of a claim and the one that it goes on from, one of the two among some."""
        found: Found = set()
        of_texts = self._texts.prints(self._texts.copies(n >> SHIFT for n in some).values())
        numbers = of_texts.numbers
        for number, claim in of_texts.standing.items():
            other = numbers.get(claim.carries_on or "")
            if other is not None and other != number and (number in some or other in some):
                found.add((number, other))
        return found

    def _of_words(self, found: Found, alike: bool) -> Found:
        """Return the pairs that share two words as well, both affirmed or both denied (``alike``), or not."""
        claims = self._texts.claims(number for pair in found for number in pair)
        known = (pair for pair in found if claims.keys() >= set(pair))
        return {
            (one, two) for one, two in known
            if (claims[one].affirms == claims[two].affirms) is alike
            and len(claims[one].words & claims[two].words) > 1
        }  # fmt: skip

    def _told(self, found: Found) -> Iterator[tuple[int, int, Claim, Claim]]:
        """Yield each pair once, the earlier claim first, with their numbers."""
        claims = self._texts.claims(number for pair in found for number in pair)
        done: Found = set()
        for pair in sorted(found):
            if not claims.keys() >= set(pair):
                continue
            one, two = sorted(pair, key=lambda number: claims[number].order)
            if (one, two) not in done:
                done.add((one, two))
                yield one, two, claims[one], claims[two]


def partners(connection: Connection, table: Table, some: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of a table that some claims, not too many for one list, are in."""
    for mine, other in ((table.c.one, table.c.two), (table.c.two, table.c.one)):
        query = select(mine, other).where(mine.in_(some))
        yield from ((row[0], row[1]) for row in connection.execute(query))


def _partners(connection: Connection, table: Table, claims: Iterable[int]) -> set[int]:
    return {other for some in listed(sorted(claims)) for _, other in partners(connection, table, some)}


def _remove(connection: Connection, table: Table, claims: Iterable[int]) -> None:
    for some in listed(sorted(claims)):
        for column in (table.c.one, table.c.two):
            connection.execute(delete(table).where(column.in_(some)))


def _split(claims: Numbered) -> tuple[dict[int, Claim], dict[int, Claim]]:
    """Return what affirms and what denies."""
    affirmed = {number: claim for number, claim in claims.items() if claim.affirms}
    return affirmed, {number: claim for number, claim in claims.items() if not claim.affirms}


def _contesting(connection: Connection, claims: Iterable[int]) -> set[int]:
    held = contesting.c.claim
    return {
        n for some in listed(sorted(claims)) for n in connection.scalars(select(held).where(held.in_(some)))
    }


def _disputed(connection: Connection, claims: Iterable[int]) -> set[int]:
    """Return which of some claims somebody of another root contradicts."""
    found: set[int] = set()
    for some in listed(sorted(claims)):
        for mine in (clashes.c.one, clashes.c.two):
            found.update(
                connection.scalars(select(mine).where(mine.in_(some), clashes.c.disputed).distinct())
            )
    return found
