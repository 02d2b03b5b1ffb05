"""Sums of money that one promises, offers or gives another: "has pledged $30 million for clinics"."""

from __future__ import annotations

from collections.abc import Container, Iterator

from dragoman.extract.agreements.amounts import is_money, money_in
from dragoman.extract.agreements.contents import purposes
from dragoman.extract.agreements.lexicon import Gift, lexicon
from dragoman.extract.agreements.lists import Listing
from dragoman.extract.agreements.parties import parties_of, phrases
from dragoman.extract.agreements.telling import Account, status_of
from dragoman.extract.arguments import children, objects
from dragoman.extract.ground import Ground
from dragoman.records import AgreementDraft


def sums_told(listing: Listing, first: int, last: int, taken: Container[int]) -> Iterator[AgreementDraft]:
    """Yield a draft for each sum that a verb of gifts.tsv hands over or promises in a sentence.

    The giver must be an actor, and the object the sum itself: money promised *in loans* is the loans'.
    Whoever pays a fine or spends a sum gives nothing: those verbs aren't in the table.
    """
    ground = listing.ground
    for verb in range(first, last):
        word = ground.analysis.words[verb]
        gift = lexicon().gifts.get(word.lemma.lower())
        if (
            gift is None
            or word.upos != "VERB"
            or verb in taken
            or not _has_particle(ground, verb, gift.particle)
        ):
            continue
        found = [o for o in objects(ground.analysis, verb) if is_money(ground, o)]
        if not found:
            continue
        head, below = found[0], ground.analysis.subtree(found[0])
        amount = money_in(ground, below)
        account = _account(ground, verb, gift)
        told = status_of(ground, account)
        parties = tuple(p for p in parties_of(listing, head, "benefit", account) if p != head)
        if amount is None or told is None or told[0] == "rejected" or not _gives(ground, parties, verb):
            continue
        if lexicon().isa(word.lemma, "from_another") and len(parties) < 2:
            continue  # whoever receives a sum of nobody may only have it back
        yield AgreementDraft(
            parties=phrases(listing, parties),
            subject=(amount,),
            instrument=gift.instrument,
            kind="benefit",
            status=told[0],
            definite=False,
            amount=amount,
            purpose=tuple(purposes(ground, head, [verb], "benefit", parties)),
            open_points=(),
            trigger=word.span,
            span=ground.analysis.span(min(verb, below[0]), max(verb + 1, head + 1)),
            confidence=round(0.65 * told[1], 3),
        )


def _account(ground: Ground, verb: int, gift: Gift) -> Account:
    """Who agrees, promises or offers to lend has lent nothing yet: that word tells how far it has come."""
    word = ground.analysis.words[verb]
    way = lexicon().undertakings.get(ground.lemma(word.head)) if word.deprel == "xcomp" else None
    if way is None:
        return Account(verb, verb, gift.status, True, (verb,))
    return Account(verb, word.head, way.status, True, (verb, word.head))


def _has_particle(ground: Ground, verb: int, particle: str) -> bool:
    behind = [w.text.lower() for w in ground.analysis.words[verb + 1 : verb + 3]]
    return not particle or particle in behind


def _gives(ground: Ground, parties: tuple[int, ...], verb: int) -> bool:
    """Say whether somebody is told who gives: a name or a body, not only who receives."""
    own = children(ground.analysis, verb, "nsubj")
    return bool(parties) and (not own or any(p <= verb for p in parties))
