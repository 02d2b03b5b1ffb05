"""Clauses that a stance is towards: "that …", "to do …", "whether …", "doing …", "somebody to do …"."""

from __future__ import annotations

from dragoman.extract.arguments import by_preposition, children
from dragoman.extract.events.signals import negated
from dragoman.extract.ground import Ground
from dragoman.extract.positions.clauses import bounds, lower
from dragoman.extract.positions.lexicon import lexicon
from dragoman.extract.positions.predicates import Predicate
from dragoman.extract.positions.things import Object, as_object
from dragoman.extract.statements.phrases import noun_phrase
from dragoman.records import Analysis

_CLAUSAL = ("ccomp", "xcomp", "acl", "advcl", "csubj")


def clause_of(ground: Ground, predicate: Predicate, place: str) -> Object | None:
    """A clause behind the predicate: "that …", "to do …", "whether …", "doing …", "somebody to do …"."""
    analysis = ground.analysis
    below = [c for i in range(predicate.head, predicate.last + 1) for c in children(analysis, i, *_CLAUSAL)]
    if place == "objinf":  # the tree may hang the infinitive on the noun: "wants sanctions to be lifted"
        below += [a for o in children(analysis, predicate.head, "obj") for a in children(analysis, o, "acl")]
    for clause in below:
        if clause < predicate.last:
            continue
        marks = {lower(analysis, m) for m in children(analysis, clause, "mark", "aux")}
        infinitive, ing = "to" in marks, lower(analysis, clause).endswith("ing")
        moved = children(analysis, predicate.head, "obj", "iobj") or by_preposition(
            analysis, predicate.head, "on", "upon", "to", "for", "with"
        )
        moved = [o for o in moved if predicate.last < o < clause]
        first = min([i for i in analysis.subtree(clause) if i > predicate.last], default=clause)
        kind = "whether" if "whether" in marks else ("inf" if infinitive else ("ing" if ing else "that"))
        if place == "notinf":
            kind = "notinf" if kind == "inf" and negated(ground, clause) else kind
        if kind == "ing" and (analysis.words[clause].deprel == "advcl" or marks - {"that"}):
            continue
        if analysis.words[clause].deprel == "advcl" and kind == "that" and "that" not in marks:
            continue
        if (
            analysis.words[clause].deprel in ("acl", "advcl")
            and kind == "inf"
            and place == "inf"
            and predicate.use.kind == "v"
            and len(predicate.use.words) == 1
        ):
            continue
        if moved and infinitive:
            kind, first = "objinf", noun_phrase(analysis, moved[0])[0]
        if kind == "that" and place == "must" and _asked(ground, predicate, clause):
            kind = "must"
        if kind == place or (kind == "that" and place == "must" and _is_wanted(analysis, clause)):
            own = [i for i in analysis.subtree(clause) if i >= first]
            start, end = bounds(analysis, predicate.head)
            run = (max(first, start), _until_but(analysis, max(first, start), min(max(own) + 1, end)))
            denied = negated(ground, clause) and place != "notinf"
            if place == "notinf":
                run = (clause, run[1])
            return as_object(analysis, run, denied) if run[0] < run[1] else None
    return None


def _asked(ground: Ground, predicate: Predicate, clause: int) -> bool:
    """Say whether a verb of asking in the past has a bare verb behind it: "insisted that payments begin"."""
    analysis = ground.analysis
    bare = analysis.words[clause].upos == "VERB" and lower(analysis, clause) == ground.lemma(clause)
    past = lower(analysis, predicate.head).endswith("ed") and lower(analysis, clause) != "put"
    helped = children(analysis, clause, "aux", "aux:pass", "cop")
    return bare and past and not helped and bool(children(analysis, clause, "nsubj"))


def _until_but(analysis: Analysis, first: int, last: int) -> int:
    """Where a clause ends: before a semicolon, or ", but", which begins something else."""
    return next(
        (
            i
            for i in range(first + 1, last - 1)
            if lower(analysis, i) == ";" or (lower(analysis, i) == "," and lower(analysis, i + 1) == "but")
        ),
        last,
    )


def _is_wanted(analysis: Analysis, clause: int) -> bool:
    """Say whether a clause tells what is to be: "must", "should", or a bare verb ("that he stay")."""
    helping = [lower(analysis, a) for a in children(analysis, clause, "aux", "aux:pass", "cop")]
    if any(lexicon().isa(word, "demanding") for word in helping):
        return True
    if helping:
        return helping[0] == "be"
    acting = children(analysis, clause, "nsubj", "nsubj:pass")
    bare = analysis.words[clause].upos == "VERB" and lower(analysis, clause) == analysis.words[clause].lemma
    plural = bool(acting) and (
        lower(analysis, acting[0]).endswith("s") or bool(children(analysis, acting[0], "conj"))
    )
    return (
        bare and bool(acting) and not plural and lower(analysis, acting[0]) not in ("they", "we", "i", "you")
    )
