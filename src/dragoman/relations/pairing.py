"""Which claims are worth comparing: those that share a matter, a deed, a unit, or words, near in time.

Nothing is left out here that `opposing` could find; what cannot meet is never compared, so that many claims
take time in proportion to how many are alike.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from dragoman.relations.claims import Claim
from dragoman.relations.opposing import bounds

Key = tuple[str, ...]
Pair = tuple[Claim, Claim]
Keys = Callable[[Claim], Iterable[Key]]


def candidates(claims: Sequence[Claim]) -> Iterator[Pair]:
    """Yield pairs of claims that may contradict each other, each at least once.

    Claims must be sorted (`Claim.order`); a pair's first one comes before its second.
    """
    place = {claim.id: i for i, claim in enumerate(claims)}
    for claim in claims:
        for pointed in claim.answers:
            if pointed in place:
                yield _sorted(claim, claims[place[pointed]], place)
    days = bounds().days
    yield from _within(claims, _matters, days["rivals"])
    yield from _within(claims, _deeds, max(days["deeds"], days["once"]))
    yield from _within(claims, _figures, days["amounts"])
    yield from _within(claims, _deals, days["deals"])
    for one, two in _sharing_words(claims, [claim for claim in claims if not claim.affirms]):
        if one.affirms != two.affirms:
            yield _sorted(one, two, place)


def companions(claims: Sequence[Claim], chosen: Iterable[Claim]) -> Iterator[Pair]:
    """Yield pairs of a chosen claim and one that may say the same."""
    chosen = list(chosen)
    known = {claim.id for claim in chosen}
    yield from ((a, b) for a, b in _sharing_words(claims, chosen) if a.affirms == b.affirms)
    by_id = {claim.id: claim for claim in claims}
    for claim in claims:
        if claim.carries_on in by_id and (claim.id in known or claim.carries_on in known):
            yield claim, by_id[claim.carries_on]
    keyed: dict[Key, list[Claim]] = defaultdict(list)
    for claim in claims:
        for key in (*_matters(claim), *_deeds(claim), *_deals(claim)):
            keyed[key].append(claim)
    for claim in chosen:
        for key in (*_matters(claim), *_deeds(claim), *_deals(claim)):
            yield from ((claim, other) for other in keyed[key] if other.id != claim.id)


def _sorted(one: Claim, two: Claim, place: dict[str, int]) -> Pair:
    return (one, two) if place[one.id] < place[two.id] else (two, one)


def _within(claims: Sequence[Claim], keys: Keys, reach: int) -> Iterator[Pair]:
    """Yield the pairs that share a key and were told, or are said to have been, within some days."""
    drawers: dict[Key, list[Claim]] = defaultdict(list)
    for claim in claims:
        for key in dict.fromkeys(keys(claim)):
            drawers[key].append(claim)
    for drawer in drawers.values():
        for i, one in enumerate(drawer):
            for two in drawer[i + 1 :]:
                if not _close(one, two, reach):
                    if one.first is None:
                        break  # the others in the drawer were told later still
                    continue
                yield one, two


def _close(one: Claim, two: Claim, reach: int) -> bool:
    days = one.report.day, two.report.day
    if days[0] is None or days[1] is None or abs((days[1] - days[0]).days) <= reach:
        return True
    return one.first is not None and two.first is not None


def _sharing_words(claims: Sequence[Claim], chosen: Sequence[Claim]) -> Iterator[Pair]:
    """Yield the pairs of a chosen claim and any that shares two words with it within the days of contents."""
    holding: dict[str, list[Claim]] = defaultdict(list)
    wanted = {word for claim in chosen for word in claim.words}
    for claim in claims:
        for word in claim.words & wanted:
            holding[word].append(claim)
    for claim in chosen:
        shared: dict[str, int] = defaultdict(int)
        others: dict[str, Claim] = {}
        for word in claim.words:
            for other in holding[word]:
                if other.id != claim.id and _told_near(claim, other):
                    shared[other.id] += 1
                    others[other.id] = other
        yield from ((claim, others[key]) for key, count in shared.items() if count > 1)


def _told_near(one: Claim, two: Claim) -> bool:
    days = one.report.day, two.report.day
    return days[0] is None or days[1] is None or abs((days[0] - days[1]).days) <= bounds().days["content"]


def _matters(claim: Claim) -> Iterable[Key]:
    return [("matter", matter) for matter, _ in claim.rivals]


def _deeds(claim: Claim) -> Iterable[Key]:
    for deed in claim.deeds:
        people = (*deed.recipients.keys, *deed.states)
        ends = {*people, *([deed.place] if deed.place else ())}
        yield from (("deed", deed.type, deed.verb, end) for end in sorted(ends))


def _figures(claim: Claim) -> Iterable[Key]:
    for amount in claim.amounts:
        yield from (("figure", amount.kind, amount.unit, word) for word in sorted(claim.words))


def _deals(claim: Claim) -> Iterable[Key]:
    if claim.deal is not None:
        parties = (*claim.deal.parties.states, *claim.deal.parties.keys)
        yield from (("deal", claim.deal.instrument, party) for party in sorted(parties))
