"""From drafts to positions: whose stance, on which proposition, who says so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from dragoman.extract.actors import ActorIndex
from dragoman.extract.positions.clauses import bounds, lower
from dragoman.extract.positions.lexicon import lexicon
from dragoman.extract.positions.manner import Manner, manner_of
from dragoman.extract.positions.naming import Named, Namer
from dragoman.knowledge.base import Knowledge
from dragoman.records import (
    Actor,
    Analysis,
    Article,
    Position,
    PositionDraft,
    Span,
    Stance,
    Statement,
)

Side = Literal["for", "against"]
_OTHER: Mapping[Side, Side] = {"for": "against", "against": "for"}
_POINTING, _OPEN = 0.7, 0.85
_SELF = frozenset("i we us our my".split())
_NOBODY = frozenset(
    "i we us he she it they you this that who one both all some many most neither each".split()
)


@dataclass(frozen=True, slots=True)
class _Told:
    """A draft whose object has its propositions."""

    draft: PositionDraft
    names: tuple[Named, ...]
    sentence: tuple[int, int]
    paragraph: int


def find_positions(
    drafts: Sequence[PositionDraft],
    article: Article,
    analysis: Analysis,
    index: ActorIndex,
    statements: Sequence[Statement],
    knowledge: Knowledge,
) -> tuple[Position, ...]:
    """Return who stands where on what, in text order, each once for every statement that says so.

    ``index`` must know every holder of the drafts. A "this" takes up what the sentence before speaks of.
    """
    namer = Namer(article, analysis, index, knowledge)
    manner = manner_of(article, analysis) if drafts else "plain"
    known = {actor.id: actor for actor in index.actors}
    told: list[_Told] = []
    positions: dict[tuple[object, ...], Position] = {}
    for draft in drafts:
        place = analysis.words_in(draft.predicate).start
        sentence = bounds(analysis, place)
        paragraph = analysis.sentences[analysis.words[place].sentence].paragraph
        if draft.sign in ("same", "other"):
            draft, names = _followed(draft, sentence, paragraph, told, analysis, namer)
        else:
            names = namer.names(draft)
            if draft.pointing is not None:
                names = _taken_up(draft, sentence, paragraph, told, analysis, namer) or names
        names = _public(draft, names, manner, analysis)
        if not names:
            continue
        told.append(_Told(draft, names, sentence, paragraph))
        for actor in _actors(draft, index, statements, analysis):
            for name in names:
                if not name.known and _is_private(draft, known[actor], analysis):
                    continue
                one = _position(draft, actor, name, statements, index.by_span)
                key = (one.actor, one.proposition, one.stance, one.leaning, one.statement)
                positions.setdefault(key, one)
    return tuple(positions.values())


def _taken_up(
    draft: PositionDraft,
    sentence: tuple[int, int],
    paragraph: int,
    told: Sequence[_Told],
    analysis: Analysis,
    namer: Namer,
) -> tuple[Named, ...]:
    """What "this", "it" or nothing stands for: the object of a stance just told, or a known proposition.

    After "France opposes the plan", "this" may be the plan or the opposing: then nothing is taken up.
    """
    before = bounds(analysis, max(sentence[0] - 1, 0))
    earlier = [
        t for t in told if t.draft.predicate.start < draft.predicate.start and t.paragraph == paragraph
    ]
    near = [t for t in earlier if t.sentence in (before, sentence)]
    if near:
        last = near[-1]
        clear = draft.pointing != "this" or last.draft.sign != "against"
        return last.names if clear else ()
    if draft.pointing == "them":
        return ()
    words = analysis.words[before[0]]
    known: tuple[Named, ...] = ()
    if sentence[0] > 0 and analysis.sentences[words.sentence].paragraph == paragraph:
        known = namer.known(analysis.span(*before))
    if draft.object is not None and analysis.words_in(draft.object) and _is_notion(analysis, draft.object):
        return known  # "rejected the idea": of what was said, and not of the thing it was said of
    return known or namer.spoken_of(analysis.words_in(draft.span).start)


def _is_notion(analysis: Analysis, thing: Span) -> bool:
    """Say whether what points back is a thought or a deed: "the idea", "that suggestion", "the offer"."""
    lemma = analysis.words[analysis.words_in(thing).stop - 1].lemma.lower()
    return lemma in lexicon().words["notions"] | lexicon().words["deeds_pointed_at"]


def _followed(
    draft: PositionDraft,
    sentence: tuple[int, int],
    paragraph: int,
    told: Sequence[_Told],
    analysis: Analysis,
    namer: Namer,
) -> tuple[PositionDraft, tuple[Named, ...]]:
    """The stance just told that a draft repeats or turns round, made its own; no names where none is near.

    "Rome will agree" may speak of a known proposition of the sentence before, too; "so will Rome" may not.
    """
    before = bounds(analysis, max(sentence[0] - 1, 0))
    near = [
        t
        for t in told
        if t.draft.predicate.start < draft.predicate.start
        and t.paragraph == paragraph
        and t.sentence in (before, sentence)
    ]
    if not near:
        same_paragraph = analysis.sentences[analysis.words[before[0]].sentence].paragraph == paragraph
        may = draft.pointing == "" and sentence[0] > 0 and same_paragraph
        names = namer.known(analysis.span(*before)) if may else ()
        return replace(draft, sign="for" if draft.sign == "same" else "against"), names
    last = near[-1]
    sign = last.draft.sign
    if draft.sign == "other":
        sign = "for" if sign == "against" else "against"
    if sign == "neutral" and draft.sign == "other":
        return draft, ()
    taken = replace(draft, sign=sign, denied=last.draft.denied, firmness="plain", condition=None)
    return taken, last.names


def _actors(
    draft: PositionDraft, index: ActorIndex, statements: Sequence[Statement], analysis: Analysis
) -> tuple[str, ...]:
    """Who holds a stance: the holder's actor or those it is made of; who says "we" speaks for himself."""
    known: Mapping[str, Actor] = {actor.id: actor for actor in index.actors}
    found = index.by_span.get(draft.holder) if draft.holder is not None else None
    if found is None:
        return ()
    actor = known[found]
    if actor.name.lower() in _SELF:
        around = [s for s in statements if any(c.contains(draft.predicate) for c in s.content) and s.source]
        inner = min(around, key=_size, default=None)
        if inner is None or inner.source is None or _is_retold(inner, analysis):
            return ()
        return (inner.source.actor,)
    if actor.name.lower() in _NOBODY and not actor.members:
        return ()
    return actor.members or (found,)


def _is_retold(statement: Statement, analysis: Analysis) -> bool:
    """Say whether somebody else retells what was said, so that "I" is not its source: "that I had agreed"."""
    words = analysis.words_in(statement.content[0])
    return statement.form == "indirect" and bool(words) and lower(analysis, words.start) == "that"


def _public(
    draft: PositionDraft, names: tuple[Named, ...], manner: Manner, analysis: Analysis
) -> tuple[Named, ...]:
    """What a stance is towards, as far as it can be one in such a text: in a match report known propositions
    alone, in advice those and what one can be for or against by its noun. What somebody complains of is
    no known proposition: the complaint's clause tells of the other pole."""
    if (
        analysis.words[analysis.words_in(draft.predicate).start].lemma.lower()
        in lexicon().words["complaining"]
    ):
        names = tuple(name for name in names if not name.known)
    if manner == "plain" or (manner == "advice" and _is_proposable(draft, analysis)):
        return names
    return tuple(name for name in names if name.known)


def _is_proposable(draft: PositionDraft, analysis: Analysis) -> bool:
    """Say whether the object of a stance names a thing that one can be for or against ("the levy")."""
    if draft.object is None:
        return True
    lemmas = {analysis.words[i].lemma.lower() for i in analysis.words_in(draft.object)}
    return bool(lemmas & lexicon().words["proposable"])


def _is_private(draft: PositionDraft, holder: Actor, analysis: Analysis) -> bool:
    """Say whether somebody without an office likes, refuses or wants what concerns himself alone."""
    if holder.kind != "person" or holder.sector or holder.role or holder.state:
        return False
    lemma = analysis.words[analysis.words_in(draft.predicate).start].lemma.lower()
    return lemma in lexicon().words["private"] and not _is_proposable(draft, analysis)


def _size(statement: Statement) -> tuple[int, str]:
    return sum(span.end - span.start for span in statement.content), statement.id


def _position(
    draft: PositionDraft,
    actor: str,
    name: Named,
    statements: Sequence[Statement],
    by_span: Mapping[Span, str],
) -> Position:
    """One actor's stance on one proposition."""
    stance, leaning = _stance(draft, name)
    confidence = draft.confidence * (_POINTING if draft.pointing is not None else 1.0)
    return Position(
        actor=actor,
        issue=name.issue,
        proposition=name.label,
        stance=stance,
        condition=draft.condition if stance == "conditional" else None,
        firmness="hedged" if draft.sign == "willing" and stance != "conditional" else draft.firmness,
        span=draft.span,
        statement=_said_in(draft, actor, statements),
        confidence=round(confidence * (1.0 if name.known else _OPEN), 3),
        leaning=leaning,
    )


def _stance(draft: PositionDraft, name: Named) -> tuple[Stance, Side | None]:
    if draft.sign == "neutral":
        return "neutral", None
    side: Side = "against" if draft.sign == "against" else "for"
    if name.same == draft.denied:
        side = _OTHER[side]
    return ("conditional", side) if draft.condition is not None else (side, None)


def _said_in(draft: PositionDraft, actor: str, statements: Sequence[Statement]) -> str | None:
    """The innermost statement that tells of the stance, else the holder's own that the word brings in."""
    around = [s for s in statements if any(c.contains(draft.predicate) for c in s.content)]
    if around:
        return min(around, key=_size).id
    own = (
        s.id
        for s in statements
        if s.source is not None
        and s.source.actor == actor
        and any(c.overlaps(draft.predicate) for c in s.cue)
    )
    return next(own, None)
