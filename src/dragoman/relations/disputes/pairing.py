"""Which claims are worth comparing: those that share a matter, a deed, a unit, or words, near in time.

Claims lie in drawers by what they share, in the order of the days on which they were told, so that of a long
drawer only the days around a claim are looked at. What was told too far apart is never compared.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from dragoman.relations.disputes.claims import Claim
from dragoman.relations.disputes.comparing import bounds, once

Key = tuple[str, ...]
Pair = tuple[Claim, Claim]
Keys = Callable[[Claim], Iterable[Key]]

UNDATED = date.max.toordinal()
"""The day of claims that were told nobody knows when."""


class Drawers:
    """Claims by what they share; each drawer in the order of days, those without a day last."""

    def __init__(self, claims: Sequence[Claim], keys: Keys) -> None:
        """Lay claims, which must be sorted (`Claim.order`), under the keys that ``keys`` gives them."""
        self._keys = keys
        self._held: dict[Key, list[Claim]] = defaultdict(list)
        for claim in claims:
            for key in dict.fromkeys(keys(claim)):
                self._held[key].append(claim)
        self._days = {key: [day_of(claim) for claim in held] for key, held in self._held.items()}

    def near(self, claim: Claim, reach: int) -> Iterator[Claim]:
        """Yield others that share a key, told within some days of a claim, or one of the two undated.

        One that shares several keys comes as often.
        """
        day = day_of(claim)
        for key in dict.fromkeys(self._keys(claim)):
            held, days = self._held.get(key, []), self._days.get(key, [])
            first, last = 0, len(held)
            if day != UNDATED:
                first, last = bisect_left(days, day - reach), bisect_right(days, day + reach)
                yield from held[max(last, bisect_left(days, UNDATED)) :]
            yield from (other for other in held[first:last] if other.id != claim.id)


def day_of(claim: Claim) -> int:
    """Return when a claim was told, as ``date.toordinal`` counts, `UNDATED` where that is not known."""
    return claim.report.day.toordinal() if claim.report.day else UNDATED


def contradicting_by() -> tuple[tuple[Keys, int], ...]:
    """Return what claims may contradict each other by, but words, each with the days within which."""
    days = bounds().days
    return ((_matters, days["rivals"]), (_deeds, days["deeds"]), (_once, days["once"]),
            (_figures, days["amounts"]), (_deals, days["deals"]))  # fmt: skip


def agreeing_by() -> tuple[tuple[Keys, int], ...]:
    """Return what claims may say the same by, but words, each with the days within which."""
    days = bounds().days
    return (_matters, days["rivals"]), (_deeds, days["deeds"]), (_deals, days["deals"])


def candidates(claims: Sequence[Claim]) -> Iterator[Pair]:
    """Yield pairs of claims that may contradict each other, each at least once.

    Claims must be sorted (`Claim.order`); a pair's first one comes before its second.
    """
    place = {claim.id: i for i, claim in enumerate(claims)}
    for claim in claims:
        for pointed in claim.answers:
            if pointed in place:
                yield _sorted(claim, claims[place[pointed]], place)
    for keys, reach in contradicting_by():
        drawers = Drawers(claims, keys)
        for claim in claims:
            for other in drawers.near(claim, reach):
                if place[claim.id] < place[other.id]:
                    yield claim, other
    denials = [claim for claim in claims if not claim.affirms]
    for one, two in _sharing_words(claims, denials):
        if one.affirms != two.affirms:
            yield _sorted(one, two, place)


def companions(claims: Sequence[Claim], chosen: Sequence[Claim]) -> Iterator[Pair]:
    """Yield pairs of a chosen claim and one that may say the same, in any order."""
    known = {claim.id for claim in chosen}
    by_id = {claim.id: claim for claim in claims}
    for claim in claims:
        if claim.carries_on in by_id and (claim.id in known or claim.carries_on in known):
            yield claim, by_id[claim.carries_on]
    for keys, reach in agreeing_by():
        drawers = Drawers(claims, keys)
        for claim in chosen:
            yield from ((claim, other) for other in drawers.near(claim, reach))
    yield from ((a, b) for a, b in _sharing_words(claims, chosen) if a.affirms == b.affirms)


def _sorted(one: Claim, two: Claim, place: dict[str, int]) -> Pair:
    return (one, two) if place[one.id] < place[two.id] else (two, one)


def _sharing_words(claims: Sequence[Claim], chosen: Sequence[Claim]) -> Iterator[Pair]:
    """Yield the pairs of a chosen claim and any that shares two words with it within the days of contents."""
    wanted = {word for claim in chosen for word in claim.words}
    drawers = Drawers(claims, lambda claim: ((word,) for word in sorted(claim.words & wanted)))
    for claim in chosen:
        others = {}
        shared: Counter[str] = Counter()
        for other in drawers.near(claim, bounds().days["content"]):
            others[other.id] = other
            shared[other.id] += 1
        yield from ((claim, others[key]) for key, count in shared.items() if count > 1)


def _matters(claim: Claim) -> Iterable[Key]:
    return [("matter", matter) for matter, _ in claim.rivals]


def _deeds(claim: Claim) -> Iterable[Key]:
    for deed in claim.deeds:
        ends = {*deed.recipients.keys, *deed.states, *([deed.place] if deed.place else ())}
        yield from (("deed", deed.type, deed.verb, end) for end in sorted(ends))


def _once(claim: Claim) -> Iterable[Key]:
    """The deeds that happen once, which are compared over longer."""
    return [key for key in _deeds(claim) if once(key[1], key[2]) or key[2] in bounds().once_named]


def named_deeds(claim: Claim) -> Iterable[Key]:
    """The deeds that happen once to one person: names alone may tell that two are of one."""
    return [("named", deed.type, deed.verb) for deed in claim.deeds if deed.verb in bounds().once_named]


def _figures(claim: Claim) -> Iterable[Key]:
    for amount in claim.amounts:
        yield from (("figure", amount.kind, amount.unit, word) for word in sorted(claim.words))


def _deals(claim: Claim) -> Iterable[Key]:
    if claim.deal is not None:
        parties = (*claim.deal.parties.states, *claim.deal.parties.keys)
        yield from (("deal", claim.deal.instrument, party) for party in sorted(parties))
