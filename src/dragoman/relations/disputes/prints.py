"""Prints of one text: what copies repeat word by word is one claim, told in several articles."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace

from dragoman.relations.disputes.claims import Claim


def prints_of(claims: Iterable[Claim]) -> tuple[list[Claim], dict[str, tuple[Claim, ...]]]:
    """Return each claim once, in order, and by its id the same claim in later prints of its text.

    The first print stands for all. What it answers or goes on from are claims of the first print too. A text
    that says one thing twice keeps both.
    """
    first: dict[tuple[object, ...], Claim] = {}
    later: dict[str, list[Claim]] = defaultdict(list)
    stands: dict[str, str] = {}
    times = Counter[tuple[object, ...]]()
    for claim in sorted(set(claims), key=lambda claim: claim.order):
        who = "" if claim.claimant.voice else claim.claimant.key
        said = (claim.report.copy, who, claim.text, claim.affirms)
        times[said, claim.report.document] += 1
        key = (said, times[said, claim.report.document])
        stands[claim.id] = first.setdefault(key, claim).id
        if stands[claim.id] != claim.id:
            later[stands[claim.id]].append(claim)
    told = [
        replace(
            claim,
            answers=tuple(dict.fromkeys(stands.get(name, name) for name in claim.answers)),
            carries_on=stands.get(claim.carries_on, claim.carries_on) if claim.carries_on else None,
        )
        for claim in first.values()
    ]
    return told, {name: tuple(several) for name, several in later.items()}
