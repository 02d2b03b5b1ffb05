"""The claims of each document, as they are kept: those that stand for all prints of a text, and copies."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from sqlalchemy import Connection, delete, insert, or_, select

from dragoman.ledgers.kept.keys import Found, Numbered
from dragoman.ledgers.kept.packing import packed, unpacked
from dragoman.relations.disputes.claims import Claim
from dragoman.relations.disputes.comparing import bounds, enough
from dragoman.relations.disputes.pairing import UNDATED, day_of
from dragoman.relations.disputes.prints import prints_of
from dragoman.store.compared_tables import told_claims
from dragoman.store.ids import SHIFT
from dragoman.store.listing import among, listed

Numbers = np.ndarray[tuple[int], np.dtype[np.int64]]


@dataclass
class Prints:
    """The claims of some texts: those of first prints by number, and the later prints of each by its id."""

    standing: dict[int, Claim] = field(default_factory=dict)
    later: Mapping[str, tuple[Claim, ...]] = field(default_factory=dict)

    @property
    def numbers(self) -> dict[str, int]:
        """The numbers of the claims by their ids."""
        return {claim.id: number for number, claim in self.standing.items()}


class Texts:
    """The kept claims of a store, read as they are needed."""

    def __init__(self, connection: Connection) -> None:
        """Take a connection that may write."""
        self._connection = connection
        self._told: dict[str, dict[int, tuple[Claim, ...]]] = {}  # by first print and document
        self._known: dict[str, Prints] = {}

    def copies(self, documents: Iterable[int]) -> dict[int, str]:
        """Return of which text documents, by their numbers, are prints: the id of its first one."""
        query = select(told_claims.c.document, told_claims.c.copy)
        rows = among(self._connection, query, told_claims.c.document, sorted(set(documents)))
        return {row.document: row.copy for row in rows}

    def prints(self, copies: Iterable[str]) -> Prints:
        """Return the claims of some texts in all their prints."""
        wanted = set(copies)
        self._read(wanted - self._told.keys())
        for copy in wanted - self._known.keys():
            self._known[copy] = _prints(self._told[copy])
        found = Prints()
        later: dict[str, tuple[Claim, ...]] = {}
        for copy in sorted(wanted):
            found.standing.update(self._known[copy].standing)
            later.update(self._known[copy].later)
        found.later = later
        return found

    def claims(self, numbers: Iterable[int]) -> dict[int, Claim]:
        """Return claims by their numbers, those that stand."""
        wanted = set(numbers)
        standing = self.prints(self.copies(number >> SHIFT for number in wanted).values()).standing
        return {number: standing[number] for number in wanted if number in standing}

    def replace(self, told: Mapping[int, tuple[str, Sequence[Claim]]], gone: Iterable[int]) -> None:
        """Keep what documents claim, each with the first print of its text; forget that of others."""
        documents = [*told, *gone]
        for some in listed(documents):
            self._connection.execute(delete(told_claims).where(told_claims.c.document.in_(some)))
        rows = [
            {"document": number, "copy": copy, "day": day_of(claims[0]) if claims else UNDATED,
             "words": _signed(claims), "packed": packed(claims)}
            for number, (copy, claims) in told.items()
        ]  # fmt: skip
        if rows:
            self._connection.execute(insert(told_claims), rows)
        self._known.clear()
        for several in self._told.values():
            for number in documents:
                several.pop(number, None)
        for number, (copy, claims) in told.items():
            if copy in self._told:
                self._told[copy][number] = tuple(claims)

    def affirming(self, claims: Numbered) -> Found:
        """Return what affirms something and may share enough words with claims, within days of contents."""
        reach = bounds().days["content"]
        found: Found = set()
        for first, last, asked in _windows(claims, reach):
            days, numbers, words = self._words(first, last)
            known, sizes = np.unique(numbers, return_counts=True)
            for number, claim in asked:
                for near in _near(days, day_of(claim), reach):
                    shared = numbers[near][np.isin(words[near], _words_of(claim))]
                    others, counts = np.unique(shared, return_counts=True)
                    long = sizes[np.searchsorted(known, others)]
                    share = bounds().larger * np.maximum(long, len(claim.words))
                    few = np.nonzero((others != number) & (counts >= share))[0]
                    for place in few.tolist():
                        if enough(int(counts[place]), len(claim.words), int(long[place])):
                            found.add((number, int(others[place])))
        return found

    def _words(self, first: int, last: int) -> tuple[Numbers, Numbers, Numbers]:
        """Return the words that are affirmed between two days, or without a day: the days in order, and for
        each word its claim's number and its own."""
        held = told_claims.c
        near = or_(held.day.between(first, last), held.day == UNDATED)
        query = select(held.document, held.day, held.words).where(near).order_by(held.day)
        rows = self._connection.execute(query).all()
        parts = [np.frombuffer(row.words, "<u4").astype(np.int64).reshape(2, -1) for row in rows]
        sizes = [part.shape[1] for part in parts]
        days = np.repeat(np.array([row.day for row in rows], np.int64), sizes)
        numbers = np.repeat(np.array([row.document << SHIFT for row in rows], np.int64), sizes)
        whole = np.concatenate(parts, axis=1) if parts else np.zeros((2, 0), np.int64)
        return days, numbers + whole[0], whole[1]

    def _read(self, copies: Iterable[str]) -> None:
        self._told.update((copy, {}) for copy in copies)
        for row in among(self._connection, select(told_claims), told_claims.c.copy, sorted(copies)):
            self._told[row.copy][row.document] = unpacked(Claim, row.packed)


def _prints(told: Mapping[int, Sequence[Claim]]) -> Prints:
    """Return the claims of a text in all its prints, of which each is given by its document."""
    claims = {
        (document << SHIFT) + place: claim
        for document, several in told.items() for place, claim in enumerate(several)
    }  # fmt: skip
    numbers = {claim.id: number for number, claim in claims.items()}
    standing, later = prints_of(claims.values())
    return Prints({numbers[claim.id]: claim for claim in standing}, later)


def _windows(claims: Numbered, reach: int) -> Iterator[tuple[int, int, list[tuple[int, Claim]]]]:
    """Yield stretches of days that some claims are compared within, with these claims; the undated last."""
    ordered = sorted(claims.items(), key=lambda one: (day_of(one[1]), one[0]))
    dated = [one for one in ordered if day_of(one[1]) != UNDATED]
    undated = [one for one in ordered if day_of(one[1]) == UNDATED]
    asked: list[tuple[int, Claim]] = []
    for one in dated:
        if asked and day_of(one[1]) - day_of(asked[-1][1]) > reach:
            yield day_of(asked[0][1]) - reach, day_of(asked[-1][1]) + reach, asked
            asked = []
        asked.append(one)
    if asked:
        yield day_of(asked[0][1]) - reach, day_of(asked[-1][1]) + reach, asked
    if undated:
        yield 0, UNDATED, undated


def _near(days: Numbers, day: int, reach: int) -> list[slice]:
    """Return where in a list of days those near one stand: around it, and those that are not known."""
    undated = int(np.searchsorted(days, UNDATED))
    if day == UNDATED:
        return [slice(None)]
    first, last = np.searchsorted(days, (day - reach, day + reach + 1)).tolist()
    return [slice(first, min(last, undated)), slice(undated, None)]


def _words_of(claim: Claim) -> Numbers:
    return np.array([zlib.crc32(word.encode("utf-8", "surrogatepass")) for word in claim.words], np.int64)


def _signed(claims: Sequence[Claim]) -> bytes:
    """Return the words of what is affirmed: the claims' places, then as many words, each as a number."""
    rows = [(place, _words_of(claim)) for place, claim in enumerate(claims) if claim.affirms]
    places = np.repeat(np.array([place for place, _ in rows], "<u4"), [len(words) for _, words in rows])
    words = np.concatenate([words for _, words in rows]) if rows else np.zeros(0)
    return np.stack((places, words.astype("<u4"))).astype("<u4").tobytes()
