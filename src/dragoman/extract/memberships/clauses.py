"""Memberships told by a verb or a predicate: "joined NATO", "is a member of the league" (see verbs.tsv)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.extract.agreements.mood import mood_of
from dragoman.extract.events.arguments import cases, children, is_passive, objects, subjects, together
from dragoman.extract.events.candidates import Ground
from dragoman.extract.memberships.lexicon import Verb, lexicon
from dragoman.extract.memberships.names import Names
from dragoman.records import MemberRole, MembershipDraft, Span

_SURE_PREDICATE = 0.9
_FORMER = frozenset({"former", "formerly", "ex", "erstwhile", "once"})


def by_clause(ground: Ground, names: Names, first: int, last: int) -> Iterator[MembershipDraft]:
    """Yield the memberships that verbs and predicates of words ``[first, last)`` tell of."""
    for index in range(first, last):
        word = ground.analysis.words[index]
        if word.upos == "VERB":
            for use in lexicon().verbs.get(word.lemma.lower(), ()):
                yield from _by_verb(ground, names, index, use)
        elif word.text.lower() in (*lexicon().singular, *lexicon().plural):
            yield from _by_predicate(ground, names, index)
        elif lexicon().isa(word.lemma, "membership"):
            yield from _by_noun(ground, names, index)


def _by_verb(ground: Ground, names: Names, verb: int, use: Verb) -> Iterator[MembershipDraft]:
    if not _has_particles(ground, verb, use.particles) or _only_joins_in(ground, verb):
        return
    organization = _organization(ground, names, verb, use)
    if organization is None:
        return
    heads = subjects(ground.analysis, verb) if use.member == "subj" else objects(ground.analysis, verb)
    role = _role(ground, verb, use)
    if role is None:
        return
    outcome, factor, denied = role
    for head in heads:
        member = _member(ground, names, head, organization)
        if member is not None:
            span = _hull(ground, member, organization, verb)
            sure = round(use.confidence * factor, 3)
            yield MembershipDraft(
                ground.analysis.span(*organization),
                ground.analysis.span(*member),
                outcome,
                span,
                denied,
                sure,
            )


def _has_particles(ground: Ground, verb: int, particles: Sequence[str]) -> bool:
    behind = [w.text.lower() for w in ground.analysis.words[verb + 1 : verb + 4]]
    return all(p in behind for p in particles)


def _only_joins_in(ground: Ground, verb: int) -> bool:
    """ "joined the union in condemning the coup": an act done together is no membership."""
    for clause in children(ground.analysis, verb, "advcl", "acl"):
        marks = {
            ground.analysis.words[m].text.lower() for m in children(ground.analysis, clause, "mark", "case")
        }
        if "in" in marks:
            return True
    return False


def _organization(ground: Ground, names: Names, verb: int, use: Verb) -> tuple[int, int] | None:
    analysis = ground.analysis
    found = children(analysis, verb, "obj") if "obj" in use.places else []
    if "obj" in use.places and not found and is_passive(analysis, verb):
        found = children(analysis, verb, "nsubj:pass")
    found += [
        d
        for d in children(analysis, verb, "obl", "nmod", "obl:arg", "obl:agent")
        if cases(analysis, d) & use.places
    ]
    for head in found:
        if "member" in use.member or lexicon().isa(ground.lemma(head), "membership"):
            continue
        body = body_of(ground, names, head)
        if body is not None:
            return body
    if "for" in use.places:
        for head in found:
            if lexicon().isa(ground.lemma(head), "membership"):
                return _of_membership(ground, names, head)
    return None


def body_of(ground: Ground, names: Names, head: int) -> tuple[int, int] | None:
    """Return the organization whose name or noun has this head word."""
    for first in range(max(0, head - 6), head + 1):
        found = names.body(first)
        if found is not None and found[1] == head + 1:
            return found
        if found is not None and found[0] <= head < found[1] and found[0] in names.spans:
            return found
    return None


def _of_membership(ground: Ground, names: Names, noun: int) -> tuple[int, int] | None:
    """The organization of "membership": "EU membership", "membership of the EU", "accession to NATO"."""
    hosts = children(ground.analysis, noun, "compound", "nmod", "amod", "nmod:poss", "obl")
    return next((b for h in hosts if (b := body_of(ground, names, h)) is not None), None)


def _role(ground: Ground, verb: int, use: Verb) -> tuple[MemberRole, float, bool] | None:
    """The role once the verb's mood is known: role, factor for the confidence, denied; None for silence."""
    mood = mood_of(ground, verb)
    above = ground.analysis.words[verb].head
    under = ground.lemma(above) if above >= 0 and ground.analysis.words[verb].deprel != "conj" else ""
    threat = lexicon().isa(under, "leaving") or lexicon().isa(under, "wishing")
    if mood in ("done", "ongoing") and not threat:
        return use.role, 1.0, False
    if mood == "negated":
        return use.role, 1.0, True
    if mood == "demanded" and not lexicon().isa(under, "wishing"):
        return None
    if use.role == "former":
        return "member", 0.7, False
    return ("candidate", 0.8, False) if use.role in ("member", "candidate") else None


def _member(ground: Ground, names: Names, head: int, organization: tuple[int, int]) -> tuple[int, int] | None:
    """The name of a member by its head word; people count where the organization takes people in."""
    for first in range(max(0, head - 6), head + 1):
        found = names.member(first)
        if found is None or not found[0] <= head < found[1] or found == organization:
            continue
        if names.spans[found[0]][1] == "person" and not takes_people(ground, organization):
            return None
        return found
    word = ground.analysis.words[head]
    return (
        (head, head + 1)
        if word.upos == "PRON" and word.text.lower() in ("it", "he", "she", "which")
        else None
    )


def takes_people(ground: Ground, organization: tuple[int, int]) -> bool:
    """Say whether people belong to it rather than only work there: a party, a council, an academy."""
    return any(lexicon().isa(ground.lemma(i), "organ") for i in range(*organization))


def _by_predicate(ground: Ground, names: Names, noun: int) -> Iterator[MembershipDraft]:
    """ "Turkey is a member of NATO", "both are EU members", "Serbia is a candidate for the union"."""
    analysis, table = ground.analysis, lexicon()
    text = analysis.words[noun].text.lower()
    hosts = children(analysis, noun, "compound", "nmod", "nmod:poss", "amod")
    organization = next((b for h in hosts if (b := body_of(ground, names, h)) is not None), None)
    if organization is None:
        return
    verb = _linking(ground, noun)
    told = _role_of_predicate(ground, noun, verb, table.singular.get(text) or table.plural[text])
    if verb is None or told is None:
        return
    role, denied = told
    acting = _own_subjects(ground, noun) or (subjects(analysis, verb) if verb != noun else [])
    for head in acting:
        member = _member(ground, names, head, organization)
        if member is not None and member != organization:
            span = _hull(ground, member, organization, noun)
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


def _by_noun(ground: Ground, names: Names, noun: int) -> Iterator[MembershipDraft]:
    """ "Ukraine's bid for EU membership", "Turkey's accession to the union", "sought membership of NATO"."""
    analysis = ground.analysis
    organization = _of_membership(ground, names, noun)
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
            span = _hull(ground, member, organization, owner if not sought else above)
            sure = 0.75 if role == "candidate" else 0.5
            yield MembershipDraft(
                analysis.span(*organization), analysis.span(*member), role, span, False, sure
            )


def _named_before(names: Names, head: int) -> tuple[int, int] | None:
    for first in range(max(0, head - 6), head + 1):
        if first in names.spans and names.spans[first][0] == head + 1 and names.spans[first][1] == "place":
            return first, head + 1
    return None


def _hull(ground: Ground, *places: tuple[int, int] | int) -> Span:
    ranges = [(p, p + 1) if isinstance(p, int) else p for p in places]
    return ground.analysis.span(min(r[0] for r in ranges), max(r[1] for r in ranges))
