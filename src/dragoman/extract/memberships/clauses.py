"""Memberships told by a verb: "joined NATO", "was expelled from the league" (see verbs.tsv)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.extract.arguments import cases, children, is_passive, objects, subjects, together
from dragoman.extract.ground import Ground
from dragoman.extract.memberships.ends import beside, hull, members_by, of_membership, organization_at
from dragoman.extract.memberships.entries import by_noun
from dragoman.extract.memberships.focus import Focus
from dragoman.extract.memberships.lexicon import Verb, lexicon
from dragoman.extract.memberships.names import Names
from dragoman.extract.memberships.predicates import by_role
from dragoman.extract.memberships.presence import by_presence
from dragoman.extract.memberships.verb_roles import called_so, role_at
from dragoman.records import MemberRole, MembershipDraft

_BARE = 0.85
"""How sure a verb without its organization is, beside one with it."""


def by_clause(ground: Ground, names: Names, first: int, last: int, focus: Focus) -> Iterator[MembershipDraft]:
    """Yield the memberships that verbs and predicates of words ``[first, last)`` tell of."""
    for index in range(first, last):
        word = ground.analysis.words[index]
        if word.upos == "VERB":
            for use in lexicon().verbs.get(word.lemma.lower(), ()):
                yield from _by_verb(ground, names, index, use, focus)
        else:
            yield from _by_noun(ground, names, index, focus)
        if word.upos in ("PROPN", "NOUN", "PRON"):
            yield from by_presence(ground, names, index, focus)


def _by_noun(ground: Ground, names: Names, index: int, focus: Focus) -> Iterator[MembershipDraft]:
    table, word = lexicon(), ground.analysis.words[index]
    text = word.text.lower()
    if text in table.singular or text in table.plural or table.isa(word.lemma, "seat_of"):
        yield from by_role(ground, names, index, focus)
    elif any(table.isa(word.lemma, kind) for kind in ("membership", "coming", "going", "asking")):
        held = list(by_role(ground, names, index, focus)) if table.isa(word.lemma, "membership") else []
        yield from held or by_noun(ground, names, index, focus)
    elif text in table.followers:
        yield from by_role(ground, names, index, focus)


def _by_verb(ground: Ground, names: Names, verb: int, use: Verb, focus: Focus) -> Iterator[MembershipDraft]:
    if not _has_particles(ground, verb, use.particles):
        return
    if use.places == {"obj"} and use.role == "member" and _only_joins_in(ground, verb):
        return
    found, bare = organizations_of(ground, names, verb, use, focus), False
    if not found and use.bare and _is_bare(ground, verb, use):
        bare = True
        before = focus.told(verb) if use.role == "former" else focus.current(verb)
        found = [before] if before is not None and not _is_asked(ground, verb) else []
    role = role_at(ground, verb, use) if found else None
    if role is not None:
        for organization in found:
            yield from _drafts(ground, names, verb, use, focus, organization, role, bare)


def _drafts(
    ground: Ground,
    names: Names,
    verb: int,
    use: Verb,
    focus: Focus,
    organization: tuple[int, int],
    role: tuple[MemberRole, float, bool],
    bare: bool,
) -> Iterator[MembershipDraft]:
    outcome, factor, denied = role
    for member in members_by(ground, names, _members(ground, verb, use), organization):
        if member == organization or (bare and not focus.fits(member)):
            continue
        focus.tell(organization)
        span = hull(ground, member, verb, organization)
        sure = round(use.confidence * factor * (_BARE if bare else 1.0), 3)
        yield MembershipDraft(
            ground.analysis.span(*organization),
            ground.analysis.span(*member),
            outcome,
            span,
            denied,
            sure,
        )


def _members(ground: Ground, verb: int, use: Verb) -> list[int]:
    """Who joins, leaves, is let in; of "Moldova is the latest country to join" who is called so."""
    analysis = ground.analysis
    if use.member == "obj":
        governed = analysis.words[verb].deprel in ("xcomp", "ccomp", "acl", "advcl")
        if objects(analysis, verb) or not (governed and is_passive(analysis, verb)):
            return objects(analysis, verb)
        above = analysis.words[verb].head  # "asked to be admitted", which the tree may take for a passive
        return subjects(analysis, above) or objects(analysis, above)
    called = called_so(ground, verb)
    acting = called if called is not None else subjects(analysis, verb)
    noun = analysis.words[verb].head
    if acting or noun < 0 or not lexicon().isa(ground.lemma(noun), "application"):
        return acting
    own = children(analysis, noun, "nsubj")  # "is in talks to join"
    return together(analysis, own[0]) if own else subjects(analysis, noun)


def _is_bare(ground: Ground, verb: int, use: Verb) -> bool:
    """Say whether nothing at a verb tells where to or from where: its organization is told of before."""
    analysis = ground.analysis
    if not is_passive(analysis, verb) and children(analysis, verb, "obj") and use.member == "subj":
        return False
    if analysis.words[verb].deprel.startswith("acl") and not children(analysis, verb, "nsubj", "nsubj:pass"):
        return False
    places = children(analysis, verb, "obl", "obl:arg", "xcomp", "advcl", "ccomp")
    own = {p for p in places if analysis.words[p].deprel.startswith("obl")}
    if own != set(places):
        return False
    return all(
        not cases(analysis, p)
        or cases(analysis, p) & lexicon().nouns["beside_bare"]
        or ground.name_of.get(p) == "other"  # "from January"
        for p in own
    )


def _is_asked(ground: Ground, verb: int) -> bool:
    """ "were asked to join": whoever is only asked or invited is no candidate of what isn't named."""
    above = ground.analysis.words[verb].head
    return above >= 0 and ground.lemma(above) in ("ask", "urge") and is_passive(ground.analysis, above)


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
    behind = children(ground.analysis, verb, "obl")
    return any(
        cases(ground.analysis, b) == {"in"}
        and ground.analysis.words[b].upos == "NOUN"
        and not lexicon().isa(ground.lemma(b), "when_or_how")
        for b in behind
    )


def organizations_of(
    ground: Ground, names: Names, verb: int, use: Verb, focus: Focus
) -> list[tuple[int, int]]:
    """Return the organizations at a verb's place: its object, or behind one of its prepositions."""
    analysis = ground.analysis
    if use.member == "subj" and "obj" in use.places and not children(analysis, verb, "obj"):
        left = _gap(ground, names, verb, focus)
        if left is not None:
            return [left]
    for head in _places(ground, verb, use):
        if lexicon().isa(ground.lemma(head), "membership"):
            body = of_membership(ground, names, head) if "for" in use.places else None
            if body is not None:
                return [body]
            continue
        bodies = [organization_at(ground, names, part, focus) for part in together(ground.analysis, head)]
        if bodies[0] is not None:
            return list(dict.fromkeys(b for b in bodies if b is not None))
    return []


def _places(ground: Ground, verb: int, use: Verb) -> list[int]:
    analysis = ground.analysis
    found = children(analysis, verb, "obj") if "obj" in use.places else []
    if "obj" in use.places and not found and is_passive(analysis, verb):
        found = children(analysis, verb, "nsubj:pass")
    if use.member == "obj" and not is_passive(analysis, verb):
        found = [*children(analysis, verb, "nsubj"), *found]  # "the forum expelled Peru"
    behind = children(analysis, verb, "obl", "nmod", "obl:arg", "obl:agent")
    return found + [d for d in behind if cases(analysis, d) & use.places]


def _gap(ground: Ground, names: Names, verb: int, focus: Focus) -> tuple[int, int] | None:
    """ "the bloc Peru joined", "a bloc that Peru joined": the organization that the clause hangs on."""
    analysis = ground.analysis
    word = analysis.words[verb]
    own = children(analysis, verb, "nsubj")
    if word.deprel != "acl:relcl" or not own or ground.lemma(own[0]) in ("which", "that", "who"):
        return None
    return beside(ground, names, word.head, focus)
