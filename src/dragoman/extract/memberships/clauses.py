"""Memberships told by a verb: "joined NATO", "was expelled from the league" (see verbs.tsv)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.extract.agreements.mood import mood_of
from dragoman.extract.events.arguments import cases, children, is_passive, objects, subjects
from dragoman.extract.events.candidates import Ground
from dragoman.extract.memberships.ends import body_of, hull, members_by, of_membership
from dragoman.extract.memberships.focus import Focus
from dragoman.extract.memberships.lexicon import Verb, lexicon
from dragoman.extract.memberships.names import Names
from dragoman.extract.memberships.predicates import by_noun, by_predicate
from dragoman.records import MemberRole, MembershipDraft


def by_clause(ground: Ground, names: Names, first: int, last: int, focus: Focus) -> Iterator[MembershipDraft]:
    """Yield the memberships that verbs and predicates of words ``[first, last)`` tell of."""
    for index in range(first, last):
        word = ground.analysis.words[index]
        if word.upos == "VERB":
            for use in lexicon().verbs.get(word.lemma.lower(), ()):
                yield from _by_verb(ground, names, index, use, focus)
        elif word.text.lower() in (*lexicon().singular, *lexicon().plural):
            yield from by_predicate(ground, names, index, focus)
        elif lexicon().isa(word.lemma, "membership"):
            yield from by_noun(ground, names, index, focus)


def _by_verb(ground: Ground, names: Names, verb: int, use: Verb, focus: Focus) -> Iterator[MembershipDraft]:
    if not _has_particles(ground, verb, use.particles) or _only_joins_in(ground, verb):
        return
    organization = _organization(ground, names, verb, use, focus)
    if organization is None:
        return
    heads = subjects(ground.analysis, verb) if use.member == "subj" else objects(ground.analysis, verb)
    role = _role(ground, verb, use)
    if role is None:
        return
    outcome, factor, denied = role
    for member in members_by(ground, names, heads, organization):
        focus.tell(organization)
        span = hull(ground, member, verb, organization)
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


def _organization(ground: Ground, names: Names, verb: int, use: Verb, focus: Focus) -> tuple[int, int] | None:
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
            return focus.named(body)
        if analysis.words[head].text.lower() == "it" and focus.current(head) is not None:
            return focus.current(head)
    if "for" in use.places:
        for head in found:
            if lexicon().isa(ground.lemma(head), "membership"):
                return of_membership(ground, names, head)
    return None


def _role(ground: Ground, verb: int, use: Verb) -> tuple[MemberRole, float, bool] | None:
    """The role once the verb's mood is known: role, factor for the confidence, denied; None for silence."""
    mood = mood_of(ground, verb)
    above = ground.analysis.words[verb].head
    if _only_named(ground, verb):
        return None
    governed = ground.analysis.words[verb].deprel in ("xcomp", "ccomp", "acl", "advcl", "csubj")
    under = ground.lemma(above) if above >= 0 and governed else ""
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


def _only_named(ground: Ground, verb: int) -> bool:
    """ "an invitation to join the bloc", "no plans to join it": nobody has joined or wants to."""
    above = ground.analysis.words[verb].head
    if (
        above < 0
        or ground.analysis.words[above].upos != "NOUN"
        or ground.analysis.words[verb].deprel != "acl"
    ):
        return False
    if any(ground.lemma(d) in ("no", "any") for d in children(ground.analysis, above, "det")):
        return True
    behind = ground.analysis.words[verb].text.lower().endswith("ing")
    infinitive = any(ground.lemma(m) == "to" for m in children(ground.analysis, verb, "mark"))
    wished = lexicon().isa(ground.lemma(above), "application") or lexicon().isa(
        ground.lemma(above), "wishing"
    )
    return infinitive and not behind and not wished
