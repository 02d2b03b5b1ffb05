"""What claims may be found by, as numbers in an index: matters, deeds, figures, agreements, and words.

These are the drawers of `relations.disputes.pairing`, one row for each claim in each. Words are many, and
what is affirmed is nearly all there is: so the words of what is denied have rows, and of what is affirmed
only those of claims that are in dispute; the words of the others are looked through by day (`texts`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, insert, select

from dragoman.relations.disputes.claims import Claim
from dragoman.relations.disputes.comparing import bounds, enough
from dragoman.relations.disputes.pairing import UNDATED, Keys, contradicting_by, day_of, named_deeds
from dragoman.store.compared_tables import asked_keys, claim_keys
from dragoman.store.ids import digest
from dragoman.store.once import put_once

Numbered = Mapping[int, Claim]
Found = set[tuple[int, int]]
"""Pairs of a claim that was asked about, and one that it may be compared with."""
DENIED, DISPUTED = "denied", "disputed"
"""What the keys of words begin with: of what is denied, and of what is affirmed in dispute."""
_ENTRY = delete(claim_keys).where(
    claim_keys.c.key == bindparam("its_key"), claim_keys.c.day == bindparam("its_day"),
    claim_keys.c.claim == bindparam("its_claim"),
)  # fmt: skip


def word_keys(claim: Claim, which: str) -> list[int]:
    """Return the keys of a claim's words."""
    return [_word_key(which, word) for word in sorted(claim.words)]


@lru_cache(200_000)
def _word_key(which: str, word: str) -> int:
    """Return the key of a word: the same few stand in most claims."""
    return digest(which, word)


def enter(connection: Connection, claims: Numbered) -> None:
    """Put claims where others find them."""
    put_once(connection, claim_keys, _rows(claims, _keys))


def leave(connection: Connection, claims: Numbered) -> None:
    """Take claims out again, those of their words that a dispute put there included."""
    _take(connection, _rows(claims, lambda claim: [*_keys(claim), *_disputed(claim)]))


def enter_disputed(connection: Connection, claims: Numbered) -> None:
    """Put the words of claims that are in dispute where others find them."""
    put_once(connection, claim_keys, _rows(claims, _disputed))


def leave_disputed(connection: Connection, claims: Numbered) -> None:
    """Take the words of claims that are in dispute no more out again."""
    _take(connection, _rows(claims, _disputed))


def by_drawers(connection: Connection, claims: Numbered, ways: Iterable[tuple[Keys, int]]) -> Found:
    """Return whom claims share a drawer with, within the days of each way."""
    asked = []
    for keys, reach in ways:
        for number, claim in claims.items():
            asked += [(number, digest(*key), *_days(claim, reach)) for key in dict.fromkeys(keys(claim))]
    return set(_counted(connection, asked))


def by_words(connection: Connection, claims: Numbered, which: str) -> Found:
    """Return the claims of a kind of words that share enough with some claims within the days of contents.

    How many words the others have isn't known here, so that too many may be found, but none is left out.
    """
    reach = bounds().days["content"]
    asked = [
        (number, key, *_days(claim, reach))
        for number, claim in claims.items() for key in word_keys(claim, which)
    ]  # fmt: skip
    shared = _counted(connection, asked)
    sizes = {number: len(claim.words) for number, claim in claims.items()}
    return {pair for pair, count in shared.items() if enough(count, sizes[pair[0]], count)}


def by_shared(connection: Connection, claims: Numbered, which: str = "") -> Found:
    """Return whom claims share anything with but words, within the days of contents, of a kind of keys.

    Two claims that share few words contradict each other, or say the same, by such a thing alone.
    """
    reach = bounds().days["content"]
    asked = [
        (number, key, *_days(claim, reach))
        for number, claim in claims.items() for key in _shared_keys(claim, which)
    ]  # fmt: skip
    return set(_counted(connection, asked))


def _shared_keys(claim: Claim, which: str = "") -> set[int]:
    """Return the keys of a claim's drawers, by kind: all, or those of what is denied or disputed."""
    kind = (which,) if which else ()
    ways = (*(way for way, _ in contradicting_by()), named_deeds)
    return {digest(*kind, *key) for way in ways for key in way(claim)}


def _keys(claim: Claim) -> list[int]:
    if claim.affirms:
        return [*_shared_keys(claim)]
    return [*_shared_keys(claim), *_shared_keys(claim, DENIED), *word_keys(claim, DENIED)]


def _disputed(claim: Claim) -> list[int]:
    return [*_shared_keys(claim, DISPUTED), *(word_keys(claim, DISPUTED) if claim.affirms else ())]


def _rows(claims: Numbered, keys: Any) -> list[dict[str, int]]:
    return [
        {"key": key, "day": day_of(claim), "claim": number}
        for number, claim in claims.items() for key in keys(claim)
    ]  # fmt: skip


def _take(connection: Connection, rows: Sequence[dict[str, int]]) -> None:
    if rows:
        connection.execute(_ENTRY, [{f"its_{name}": value for name, value in row.items()} for row in rows])


def _days(claim: Claim, reach: int) -> tuple[int, int]:
    """Return the days within which others are looked for: around a claim's own, all where it has none."""
    day = day_of(claim)
    return (0, UNDATED) if day == UNDATED else (day - reach, day + reach)


def _counted(
    connection: Connection, asked: Sequence[tuple[int, int, int, int]]
) -> dict[tuple[int, int], int]:
    """Return who has keys that are asked for, and how many; claims without a day are near all."""
    if not asked:
        return {}
    names = ("claim", "key", "first", "last")
    connection.execute(insert(asked_keys), [dict(zip(names, row, strict=True)) for row in asked])
    found: dict[tuple[int, int], int] = {}
    for near in (claim_keys.c.day.between(asked_keys.c.first, asked_keys.c.last), _undated()):
        found.update(_sharing(connection, near))
    connection.execute(delete(asked_keys))
    return found


def _undated() -> Any:
    return (claim_keys.c.day == UNDATED) & (asked_keys.c.last < UNDATED)


def _sharing(connection: Connection, near: Any) -> Iterator[tuple[tuple[int, int], int]]:
    query = (
        select(asked_keys.c.claim, claim_keys.c.claim, func.count(claim_keys.c.key.distinct()))
        .join_from(asked_keys, claim_keys, claim_keys.c.key == asked_keys.c.key)
        .where(near, claim_keys.c.claim != asked_keys.c.claim)
        .group_by(asked_keys.c.claim, claim_keys.c.claim)
    )
    yield from (((one, two), count) for one, two, count in connection.execute(query))
