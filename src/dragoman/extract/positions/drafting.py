"""Finds the stances of an article; their holders are still phrases, their objects words of the text."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.extract.arguments import children, phrase
from dragoman.extract.ground import Ground
from dragoman.extract.positions.clauses import Range, bounds, conditions_in, lower
from dragoman.extract.positions.demands import Demand, demands
from dragoman.extract.positions.further import further_drafts
from dragoman.extract.positions.holders import holders
from dragoman.extract.positions.learned import with_engine
from dragoman.extract.positions.lexicon import Open, lexicon
from dragoman.extract.positions.objects import object_of
from dragoman.extract.positions.predicates import Predicate, predicates
from dragoman.extract.positions.telling import firmness_of, sign_of
from dragoman.extract.positions.things import Object
from dragoman.knowledge.base import Knowledge
from dragoman.records import Analysis, Article, PositionDraft, Span, StatementDraft, hull

_SURE = {"v": 0.8, "a": 0.75, "p": 0.8, "n": 0.7}
_DEMAND = 0.65


def position_drafts(
    article: Article, analysis: Analysis, knowledge: Knowledge, statements: Sequence[StatementDraft]
) -> list[PositionDraft]:
    """Return the stances of an article in text order, each of several holders by itself.

    ``statements`` say whose words a "must" is.
    """
    ground = Ground.of(analysis, knowledge)
    found: list[PositionDraft] = []
    done: set[int] = set()
    none_told: list[Span] = []
    for predicate in predicates(ground):
        if sign_of(ground, predicate) == "-":
            none_told.append(analysis.span(predicate.head, predicate.last + 1))
        if predicate.head not in done and _is_read(article, analysis, predicate.head):
            drafts = _of_predicate(ground, predicate)
            drafts = [draft for draft in drafts if _may_be(article.text, draft, knowledge)]
            if drafts:
                done.add(predicate.head)
                found += drafts
    taken = [d.object for d in found if d.object is not None]
    for demand in demands(ground, statements):
        place = analysis.words[demand.modal].span
        if _is_read(article, analysis, demand.modal) and not any(span.contains(place) for span in taken):
            drafts = _of_demand(analysis, demand)
            found += [draft for draft in drafts if _may_be(article.text, draft, knowledge)]
    told = [d.predicate for d in found]
    more = further_drafts(ground, statements, told)
    found += [
        d
        for d in more
        if _may_be(article.text, d, knowledge) and _is_read(article, analysis, _at(analysis, d))
    ]
    sides = [d.predicate for d in found if d.sign == "neutral"]
    found = [  # "declined to take sides" is neutral, and no refusal
        d
        for d in found
        if d.object is None or not any(d.object.contains(n) for n in sides) or d.sign == "neutral"
    ]
    found = [d for d in found if not _is_doubled(d, found)]
    return with_engine(article, ground, found, statements, none_told)


def _is_doubled(draft: PositionDraft, found: Sequence[PositionDraft]) -> bool:
    """Say whether a stance is told again, and better: "declined to rule out", "its backing hangs on"."""
    if draft.condition is None and any(d.condition and d.predicate == draft.predicate for d in found):
        return True
    if draft.object is None or draft.pointing is not None:
        return False
    return any(
        one is not draft and one.holder == draft.holder and one.predicate.start == draft.object.start
        for one in found
    )


def _at(analysis: Analysis, draft: PositionDraft) -> int:
    return analysis.words_in(draft.predicate).start


def _is_read(article: Article, analysis: Analysis, index: int) -> bool:
    return article.is_read(analysis.sentences[analysis.words[index].sentence].paragraph)


def _of_predicate(ground: Ground, predicate: Predicate) -> list[PositionDraft]:
    """The drafts of one use of a word of stance, one a holder; [] where it tells no stance."""
    analysis = ground.analysis
    sign = sign_of(ground, predicate)
    if sign == "-":
        return []
    who = holders(ground, predicate)
    what = object_of(ground, predicate) if who else None
    if what is None:
        return []
    condition = _condition(analysis, predicate, what)
    run = _without(what.run, condition)
    if what.run is not None and run is None:
        return []
    span = analysis.span(predicate.head, predicate.last + 1)
    parts = (
        [span] + ([analysis.span(*run)] if run else []) + ([analysis.span(*condition)] if condition else [])
    )
    return [
        PositionDraft(
            holder=holder,
            predicate=span,
            object=analysis.span(*run) if run and _has_words(analysis, run, what) else None,
            pointing=what.pointing,
            sign=sign,
            denied=what.denied,
            condition=analysis.span(*condition) if condition else None,
            firmness=firmness_of(ground, predicate, sign),
            open=_may_be_open(ground, predicate, run),
            span=_clause(analysis, predicate.head, [holder, *parts]),
            confidence=_SURE[predicate.use.kind],
        )
        for holder in (_holder(analysis, head) for head in who)
    ]


def _may_be_open(ground: Ground, predicate: Predicate, run: Range | None) -> Open:
    """What an object may be; somebody is one only for a verb of recognising, or in the tables."""
    if run and _names_actor(ground, run) and not lexicon().isa(predicate.use.words[0], "of_somebody"):
        return "table"
    return predicate.use.open


def _has_words(analysis: Analysis, run: Range, what: Object) -> bool:
    """Say whether an object can be told by its own words: "the plan" can where nothing was told before."""
    named = run[1] - run[0] == 2 and lower(analysis, run[1] - 1) not in lexicon().words["pointing"]
    return what.pointing is None or named


def _holder(analysis: Analysis, head: int) -> Span:
    """A holder's noun phrase; "in Iran" right behind a part of something belongs to it."""
    own = phrase(analysis, head)
    words = analysis.words_in(own)
    first, last = words.start, words.stop
    while first < last - 1 and analysis.words[first].text.lower() in ("that", "which", "both"):
        first += 1
    if lexicon().isa(analysis.words[head].lemma, "parts"):
        for child in sorted(i for w in range(first, last) for i in children(analysis, w, "nmod")):
            tree = analysis.subtree(child)
            if tree[0] == last and len(tree) <= 4 and tree[-1] - tree[0] == len(tree) - 1:
                last = tree[-1] + 1
    return analysis.span(first, last)


def _clause(analysis: Analysis, index: int, parts: Sequence[Span]) -> Span:
    """The evidence: from the first to the last of a stance's parts that stand in its sentence."""
    whole = analysis.span(*bounds(analysis, index))
    return hull(tuple(part for part in parts if whole.overlaps(part)))


def _names_actor(ground: Ground, run: Range) -> bool:
    """Say whether an object is somebody rather than something: whoever backs them takes no position yet."""
    head = ground.analysis.head_of(*run)
    for at in range(run[0] + 1, run[1] - 1):  # "Germany to close the pipeline" is a deed
        if lower(ground.analysis, at) == "to" and ground.analysis.words[at + 1].upos in ("VERB", "AUX"):
            return False
    if lexicon().isa(ground.lemma(head), "proposable"):
        return False
    if lower(ground.analysis, run[0]) in ("a", "an") and children(ground.analysis, head, "amod"):
        return False  # "a larger NATO"
    pronoun = ground.analysis.words[head].upos == "PRON"
    several = head not in ground.name_of and ground.analysis.words[head].text.endswith("s")
    person = head in ground.name_of or (ground.is_person(head) and not several)
    return pronoun or (person and ground.is_actor(head))


def _condition(analysis: Analysis, predicate: Predicate, what: Object) -> Range | None:
    """The condition of a stance: behind its object, or in front of it in the same sentence."""
    first, last = bounds(analysis, predicate.head)
    found = conditions_in(analysis, first, last)
    end = what.run[1] if what.run else predicate.last + 1
    behind = [c for c in found if predicate.last < c[0] <= end + 1]
    in_front = [c for c in found if c[1] <= predicate.head and not children(analysis, predicate.head, "cc")]
    return next(iter(behind or in_front), None)


def _without(run: Range | None, condition: Range | None) -> Range | None:
    """An object without the condition at its end; None where nothing is left."""
    if run is None or condition is None or not run[0] <= condition[0] < run[1]:
        return run
    return (run[0], condition[0]) if condition[0] > run[0] else None


def _of_demand(analysis: Analysis, demand: Demand) -> list[PositionDraft]:
    """The drafts of what somebody says must be."""
    inside = conditions_in(analysis, *demand.run)
    behind = next((c for c in inside if c[0] > demand.modal), None)
    run = _without(demand.run, behind)
    condition = behind or demand.before
    if run is None:
        return []
    spans = [analysis.span(*run)] + ([analysis.span(*condition)] if condition else [])
    subject = analysis.words[run[0]]
    points = demand.before is not None and subject.text.lower() in ("it", "this", "that")
    return [
        PositionDraft(
            holder=holder,
            predicate=analysis.words[demand.modal].span,
            object=analysis.span(*demand.before) if points and demand.before else analysis.span(*run),
            pointing=None,
            sign="against" if demand.denied else "for",
            denied=False,
            condition=analysis.span(*condition) if condition else None,
            firmness="plain",
            open="table" if points else ("any" if demand.acting else "issue"),
            span=_clause(analysis, demand.modal, [*spans, holder]),
            confidence=_DEMAND,
        )
        for holder in demand.holders
    ]


def _may_be(text: str, draft: PositionDraft, knowledge: Knowledge) -> bool:
    """Say whether the object can be a proposition, as far as its own words tell."""
    if draft.object is None:
        return True
    words = draft.object.of(text)
    if draft.open == "any":
        return True
    if draft.open == "issue" and knowledge.issues_of(words):
        return True
    return bool(knowledge.propositions_of(words) or knowledge.propositions_backed(words))
