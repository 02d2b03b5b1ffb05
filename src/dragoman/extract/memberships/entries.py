"""Memberships told by nouns of coming and going: "a bid for EU membership", "Peru's accession"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.extract.arguments import by_preposition, cases, children, subjects, together
from dragoman.extract.ground import Ground
from dragoman.extract.memberships.ends import hull, members_by, of_membership, organization_at, owners_by
from dragoman.extract.memberships.focus import Focus
from dragoman.extract.memberships.lexicon import lexicon
from dragoman.extract.memberships.names import Names
from dragoman.records import MemberRole, MembershipDraft

_WAYS = ("to", "into", "in", "from", "of", "for")
_PAST = frozenset({"after", "since", "following", "despite"})


def by_noun(ground: Ground, names: Names, noun: int, focus: Focus) -> Iterator[MembershipDraft]:
    """Yield who belongs, wants to belong or went by the noun at a word.

    Nouns are "membership", those of coming ("accession") and those of going ("withdrawal"). Who is said to
    come is a candidate, unless the noun dates something else ("since its accession"); who goes has gone.
    """
    analysis = ground.analysis
    organization, bid, sought = (
        _organization(ground, names, noun, focus),
        _bid(ground, noun),
        _sought(ground, noun),
    )
    if organization is None:
        return
    owner = bid if bid is not None else noun
    heads = [p for o in children(analysis, owner, "nmod:poss") for p in together(analysis, o)]
    heads += [p for o in by_preposition(analysis, owner, "of", "by") for p in together(analysis, o)]
    if not heads and "of" in cases(analysis, noun) and analysis.words[noun].head >= 0:
        above = children(analysis, analysis.words[noun].head, "nmod:poss")  # "Peru's act of accession"
        heads = [p for o in above for p in together(analysis, o)]
    given = _given(ground, noun)
    if sought is not None:
        heads = subjects(analysis, sought)
    elif given:
        heads = given
    elif not heads:
        heads = _busy(ground, owner)
    role = _role(ground, noun, bid is not None or sought is not None)
    if role is None:
        return
    told = sought if sought is not None else owner
    found = [*owners_by(names, heads), *members_by(ground, names, heads, organization)]
    for member in dict.fromkeys(found):
        if member != organization and (member[0] not in names.spans or names.spans[member[0]][1] == "place"):
            focus.tell(organization)
            sure = 0.5 if role == "member" and ground.lemma(noun) == "membership" else 0.75
            yield MembershipDraft(
                analysis.span(*organization), analysis.span(*member), role,
                hull(ground, member, told, organization), False, sure,
            )  # fmt: skip


def _organization(ground: Ground, names: Names, noun: int, focus: Focus) -> tuple[int, int] | None:
    analysis = ground.analysis
    if lexicon().isa(ground.lemma(noun), "membership"):
        named = of_membership(ground, names, noun)
        if named is not None:
            return focus.named(named)
    if lexicon().isa(ground.lemma(noun), "asking") and not by_preposition(analysis, noun, "to", "for", "of"):
        return None  # whose organization the orders of words tell
    places = by_preposition(analysis, noun, *_WAYS)
    bid = _bid(ground, noun)
    if bid is not None and not places:
        places = by_preposition(analysis, bid, "to", "with", "for")
    for place in places + children(analysis, noun, "compound"):
        found = organization_at(ground, names, place, focus)
        if found is not None and names.takes_members(found):
            return found
    other = [p for p in places if cases(analysis, p) - {"of", "in"}]
    return None if other else focus.told(noun)


def _bid(ground: Ground, noun: int) -> int | None:
    """The noun of asking above: "bid" of "a bid for membership"."""
    word = ground.analysis.words[noun]
    asked = word.head >= 0 and lexicon().isa(ground.lemma(word.head), "application")
    return word.head if asked and word.deprel in ("nmod", "compound", "obl") else None


def _sought(ground: Ground, noun: int) -> int | None:
    word = ground.analysis.words[noun]
    wished = word.head >= 0 and lexicon().isa(ground.lemma(word.head), "wishing")
    return word.head if wished and word.deprel in ("obj", "obl") else None


def _busy(ground: Ground, noun: int) -> list[int]:
    """ "Peru began accession talks": who does what the noun is the object of."""
    word = ground.analysis.words[noun]
    does = word.deprel == "obj" and word.head >= 0 and lexicon().isa(ground.lemma(word.head), "pursuing")
    return subjects(ground.analysis, word.head) if does else []


def _given(ground: Ground, noun: int) -> list[int]:
    """ "Georgia has been promised entry": who is given the prospect."""
    word = ground.analysis.words[noun]
    if word.head < 0 or word.deprel != "obj" or not lexicon().isa(ground.lemma(word.head), "granting"):
        return []
    found = children(ground.analysis, word.head, "nsubj:pass", "iobj")
    return [p for f in found for p in together(ground.analysis, f)]


def _role(ground: Ground, noun: int, asked: bool) -> MemberRole | None:
    lemma, above = ground.lemma(noun), ground.analysis.words[noun].head
    if lexicon().isa(lemma, "asking") and above >= 0 and lexicon().isa(ground.lemma(above), "refusing"):
        return None
    dated = bool(cases(ground.analysis, noun) & _PAST)
    if lemma == "suspension" and dated:
        return None  # it may be over
    if lexicon().isa(lemma, "going"):
        unreal = above >= 0 and (
            lexicon().isa(ground.lemma(above), "wishing") or lexicon().isa(ground.lemma(above), "leaving")
        )
        return "member" if unreal else "former"
    if asked or lexicon().isa(lemma, "asking"):
        return "candidate"
    if lexicon().isa(lemma, "coming"):
        return "member" if dated else "candidate"
    return "member"
