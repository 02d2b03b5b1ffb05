"""Points that a text says are open: "differences persist over …", "the price is yet to be settled"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.extract.agreements.contents import whole
from dragoman.extract.agreements.lexicon import OpenPoint, lexicon
from dragoman.extract.arguments import by_preposition, children, objects
from dragoman.extract.events.lexicon import lexicon as event_lexicon
from dragoman.extract.ground import Ground
from dragoman.records import Span

_BESIDE = ("advmod", "xcomp", "obj", "aux", "amod", "mark", "acl", "obl", "compound", "cop")
_QUESTIONS = frozenset({"who", "whose", "what", "which", "how", "where", "when", "whether", "why"})
_BEHIND = 6
"""How many words behind the verb a question may begin: "remained unclear whether …"."""
_NEVER_A_POINT = frozenset(
    {"it", "this", "that", "he", "nothing", "them", "she", "they", "we", "which", "who", "there", "i", "you"}
)


_ENDS = frozenset(',.;:?!()—–"”')
_STANDING = frozenset({"remain", "be", "have", "stay"})
_OWNED_BY = frozenset({"'s", "’s"})


def open_points(ground: Ground, first: int, last: int) -> Iterator[Span]:
    """Yield the characters of each point that is said to be open in words ``[first, last)``.

    A point is a noun phrase ("the price") or a question ("who pays", "whether Peru may join").
    """
    for index in range(first, last):
        word = ground.analysis.words[index]
        if word.upos not in ("VERB", "AUX", "ADJ") and not children(ground.analysis, index, "cop"):
            continue
        verbs = {ground.lemma(index), *(ground.lemma(c) for c in children(ground.analysis, index, "cop"))}
        for pattern in lexicon().open_points_of(verbs):
            if _fits(ground, index, pattern):
                points = list(_told(ground, index, pattern, (first, last)))
                yield from points
                if points:
                    break


def _told(ground: Ground, index: int, pattern: OpenPoint, sentence: tuple[int, int]) -> Iterator[Span]:
    """The points of one verb: a question that is its subject, else nouns, else a question behind it."""
    asked = _question_before(ground, index, sentence[0]) if pattern.places & {"subject", "object"} else None
    if asked is not None:
        yield asked
        return
    points = _points(ground, index, pattern)
    yield from (ground.analysis.span(*whole(ground, point)) for point in points)
    behind = None if points else _question_behind(ground, index, sentence[1])
    if behind is not None:
        yield behind


def _question_before(ground: Ground, index: int, first: int) -> Span | None:
    """ "Who owns the pictures has yet to be decided": up to the verb's own auxiliaries."""
    words = ground.analysis.words
    own = [c for c in ground.analysis.dependents[index] if words[c].deprel in ("aux", "aux:pass", "cop")]
    asks = [
        i for i in range(first, index)
        if words[i].text.lower() in _QUESTIONS
        and (i == first or words[i - 1].upos in ("PUNCT", "CCONJ"))
    ]  # fmt: skip
    if not asks:
        return None
    # the tree may hang the question's own auxiliaries on the verb: those of the last run count
    end = index
    if words[end - 1].text.lower() in _OWNED_BY:  # "is anybody's guess"
        end = min((c for c in own if c > asks[-1]), default=end)
    while end - 1 in own or (end - 1 > asks[-1] and words[end - 1].upos in ("AUX", "ADV", "PART")):
        end -= 1
    breaks = any(words[i].upos == "PUNCT" and words[i].text in ",;:" for i in range(asks[-1], end))
    return ground.analysis.span(asks[-1], end) if end - asks[-1] > 1 and not breaks else None


def _question_behind(ground: Ground, index: int, last: int) -> Span | None:
    """ "did not settle who pays", "it is unclear whether …": up to the next mark."""
    words = ground.analysis.words
    for first in range(index + 1, min(index + _BEHIND, last)):
        if words[first].upos == "PUNCT":
            return None
        if words[first].text.lower() in _QUESTIONS:
            end = first + 1
            while end < last and words[end].text not in _ENDS:
                end += 1
            return ground.analysis.span(first, end) if end - first > 1 else None
    return None


def _fits(ground: Ground, index: int, pattern: OpenPoint) -> bool:
    acting = _subjects(ground, index)
    if pattern.subjects != {"*"} and not any(ground.lemma(s) in pattern.subjects for s in acting):
        return False
    if not pattern.beside:
        return True
    analysis = ground.analysis
    near = [index, *children(analysis, index, *_BESIDE)]
    near += [d for s in acting for d in children(analysis, s, "det", "advmod")]
    near += [d for n in near for d in children(analysis, n, "amod", "advmod")]
    if analysis.words[index].deprel == "xcomp":
        near.append(analysis.words[index].head)  # "failed to agree"
    said = {form for n in near for form in (ground.lemma(n), analysis.words[n].text.lower())}
    return bool(said & pattern.beside)


def _subjects(ground: Ground, index: int) -> list[int]:
    return children(ground.analysis, index, "nsubj", "nsubj:pass", "nsubj:outer", "expl")


def _points(ground: Ground, index: int, pattern: OpenPoint) -> list[int]:
    analysis, acting = ground.analysis, _subjects(ground, index)
    if "subject" in pattern.places:
        lemmas = {ground.lemma(index), *(ground.lemma(c) for c in children(analysis, index, "cop"))}
        if not (lemmas & _STANDING or children(analysis, index, "aux:pass", "nsubj:pass")):
            acting = objects(analysis, index)  # whoever hasn't settled a price is no open point
        return [s for s in acting if _can_be_open(ground, s)]
    if "object" in pattern.places:
        named = [index] if children(analysis, index, "cop") else objects(analysis, index)
        return [o for o in named if _can_be_open(ground, o)]
    hosts = (index, *acting, *children(analysis, index, "obj", "obl", "xcomp"))
    found = [p for host in hosts for p in by_preposition(analysis, host, *pattern.places)]
    clauses = children(analysis, index, "advcl") + [c for s in acting for c in children(analysis, s, "acl")]
    found += [c for c in clauses if _marks(ground, c) & pattern.places]
    return [p for p in found if not _is_time(ground, p)][:1]


def _is_time(ground: Ground, index: int) -> bool:
    return event_lexicon().isa(ground.lemma(index), "time")


def _can_be_open(ground: Ground, index: int) -> bool:
    word = ground.analysis.words[index]
    return word.text.lower() not in _NEVER_A_POINT and not ground.is_actor(index)


def _marks(ground: Ground, clause: int) -> frozenset[str]:
    return frozenset(ground.analysis.words[m].text.lower() for m in children(ground.analysis, clause, "mark"))
