"""Memberships told by a predicate or a noun: "is a member of the league", "its bid for EU membership"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.extract.agreements.mood import mood_of
from dragoman.extract.events.arguments import children, subjects, together
from dragoman.extract.events.candidates import Ground
from dragoman.extract.memberships.ends import body_of, hull, members_by, of_membership
from dragoman.extract.memberships.focus import Focus
from dragoman.extract.memberships.lexicon import lexicon
from dragoman.extract.memberships.names import Names
from dragoman.records import MemberRole, MembershipDraft

_SURE_PREDICATE = 0.9
_FORMER = frozenset({"former", "formerly", "ex", "erstwhile", "once"})


def by_predicate(ground: Ground, names: Names, noun: int, focus: Focus) -> Iterator[MembershipDraft]:
    """ "Turkey is a member of NATO", "both are EU members", "Serbia is a candidate for the union"."""
    analysis, table = ground.analysis, lexicon()
    text = analysis.words[noun].text.lower()
    hosts = children(analysis, noun, "compound", "nmod", "nmod:poss", "amod")
    found = next((b for h in hosts if (b := body_of(ground, names, h)) is not None), None)
    if found is None:
        return
    organization = focus.named(found)
    verb = _linking(ground, noun)
    told = _role_of_predicate(ground, noun, verb, table.singular.get(text) or table.plural[text])
    if verb is None or told is None:
        return
    role, denied = told
    acting = _own_subjects(ground, noun) or (subjects(analysis, verb) if verb != noun else [])
    for member in members_by(ground, names, acting, organization):
        if member != organization:
            focus.tell(organization)
            span = hull(ground, member, noun, organization)
            yield MembershipDraft(
                analysis.span(*organization), analysis.span(*member), role, span, denied, _SURE_PREDICATE
            )


def _linking(ground: Ground, noun: int) -> int | None:
    """What makes a noun a predicate: itself with "is", or the verb of "became a member"; None for neither."""
    word = ground.analysis.words[noun]
    if children(ground.analysis, noun, "cop"):
        return noun
    linked = word.deprel in ("xcomp", "obj", "obl") and word.head >= 0
    return word.head if linked and lexicon().isa(ground.lemma(word.head), "linking") else None


def _own_subjects(ground: Ground, noun: int) -> list[int]:
    return [p for s in children(ground.analysis, noun, "nsubj") for p in together(ground.analysis, s)]


def _role_of_predicate(
    ground: Ground, noun: int, verb: int | None, role: MemberRole
) -> tuple[MemberRole, bool] | None:
    """The role that a predicate gives and whether it is denied; "no longer" and "once" make a former one."""
    if verb is None:
        return None
    analysis = ground.analysis
    said = {
        ground.lemma(c) for h in (noun, verb) for c in children(analysis, h, "amod", "advmod", "compound")
    }
    none = "no" in {ground.lemma(c) for h in (noun, verb) for c in children(analysis, h, "det", "advmod")}
    longer = any(analysis.words[c].text.lower() == "longer" for c in children(analysis, noun, "advmod"))
    if said & _FORMER or longer:
        return "former", False
    mood = mood_of(ground, verb)
    if mood in ("conditional", "demanded"):
        return None
    if mood in ("planned", "possible") and role == "member":
        role = "candidate"
    return role, none or mood == "negated"


def by_noun(ground: Ground, names: Names, noun: int, focus: Focus) -> Iterator[MembershipDraft]:
    """ "Ukraine's bid for EU membership", "Turkey's accession to the union", "sought membership of NATO"."""
    analysis = ground.analysis
    organization = of_membership(ground, names, noun)
    if organization is None:
        return
    word = analysis.words[noun]
    above = word.head
    bid = (
        above >= 0
        and lexicon().isa(ground.lemma(above), "application")
        and word.deprel in ("nmod", "compound")
    )
    sought = above >= 0 and lexicon().isa(ground.lemma(above), "wishing") and word.deprel in ("obj", "obl")
    owner = above if bid else noun
    heads = [p for o in children(analysis, owner, "nmod:poss") for p in together(analysis, o)]
    if sought:
        heads = subjects(analysis, above)
    role: MemberRole = "candidate" if bid or sought or ground.lemma(noun) == "accession" else "member"
    for head in heads:
        member = _named_before(names, head)
        if member is not None and member != organization:
            focus.tell(organization)
            span = hull(ground, member, owner if not sought else above, organization)
            sure = 0.75 if role == "candidate" else 0.5
            yield MembershipDraft(
                analysis.span(*organization), analysis.span(*member), role, span, False, sure
            )


def _named_before(names: Names, head: int) -> tuple[int, int] | None:
    for first in range(max(0, head - 6), head + 1):
        if first in names.spans and names.spans[first][0] == head + 1 and names.spans[first][1] == "place":
            return first, head + 1
    return None
