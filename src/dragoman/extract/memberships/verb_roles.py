"""What a verb makes of who it speaks of: a member, a candidate, a former member, or nothing yet."""

from __future__ import annotations

from dragoman.extract.agreements.mood import mood_of
from dragoman.extract.arguments import children, subjects, together
from dragoman.extract.events.signals import to_infinitive
from dragoman.extract.ground import Ground
from dragoman.extract.memberships.lexicon import Verb, lexicon
from dragoman.records import MemberRole


def called_so(ground: Ground, verb: int) -> list[int] | None:
    """ "Moldova is the latest country to join": the heads of who is that; None where it is no such clause."""
    analysis = ground.analysis
    word = analysis.words[verb]
    if word.deprel != "acl" or word.head < 0 or not to_infinitive(ground, verb):
        return None
    ranks = {ground.lemma(c) for c in children(analysis, word.head, "amod")}
    if not any(lexicon().isa(rank, "rank") for rank in ranks):
        return None
    noun = analysis.words[word.head]
    own = children(analysis, word.head, "nsubj")
    if own:
        return together(analysis, own[0])
    if noun.deprel == "appos" and noun.head >= 0:
        return [noun.head]
    linked = noun.deprel in ("xcomp", "obj") and lexicon().isa(ground.lemma(noun.head), "linking")
    return subjects(analysis, noun.head) if linked else []


def role_at(ground: Ground, verb: int, use: Verb) -> tuple[MemberRole, float, bool] | None:
    """The role once the verb's mood is known: role, factor for the confidence, denied; None for silence."""
    mood = mood_of(ground, verb)
    above = ground.analysis.words[verb].head
    if called_so(ground, verb):
        return use.role, 1.0, False
    if _only_named(ground, verb):
        return None
    governed = ground.analysis.words[verb].deprel in ("xcomp", "ccomp", "acl", "advcl", "csubj")
    under = ground.lemma(above) if above >= 0 and governed else ""
    threat = any(lexicon().isa(under, name) for name in ("leaving", "wishing", "application", "expecting"))
    threat = threat or _is_due(ground, verb)
    if under == "invite" and mood not in ("negated", "conditional") and use.role == "member":
        return "candidate", 0.8, False
    if mood in ("done", "ongoing") and not threat:
        return use.role, 1.0, False
    if mood == "negated":
        return use.role, 1.0, True
    if mood == "conditional" or (mood == "demanded" and not lexicon().isa(under, "wishing")):
        return None
    if use.role == "former":
        return "member", 0.7, False
    return ("candidate", 0.8, False) if use.role in ("member", "candidate") else None


def _is_due(ground: Ground, verb: int) -> bool:
    """Say whether "due to", "poised to" and the like stand right before a verb, however the tree has it."""
    words = ground.analysis.words
    return (
        verb > 1 and words[verb - 1].text.lower() == "to" and lexicon().isa(words[verb - 2].text, "expecting")
    )


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
