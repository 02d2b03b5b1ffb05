"""What an agreement is about and what it is for: word ranges and spans at its noun and its verb."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.extract.agreements.amounts import is_money
from dragoman.extract.agreements.lexicon import lexicon
from dragoman.extract.arguments import by_preposition, cases, children
from dragoman.extract.events.lexicon import lexicon as event_lexicon
from dragoman.extract.events.signals import to_infinitive
from dragoman.extract.ground import Ground
from dragoman.records import InstrumentKind, Span

_LEFT_OUT = frozenset({"PUNCT", "CCONJ"})


def subjects_told(
    ground: Ground, head: int, kind: InstrumentKind, parties: Sequence[int], verb: int | None
) -> list[tuple[int, int]]:
    """Return the word ranges that say what an agreement is about.

    A benefit or a project is its own subject ("a loan to Iran"); a document's stands behind "on" or
    "regarding", in an infinitive (at the noun or at ``verb``), or in a clause "under which …".
    """
    analysis = ground.analysis
    if kind in ("benefit", "project"):
        return [_phrase(ground, head, parties)]
    found: list[int] = []
    own = [
        c for c in by_preposition(analysis, head, "of") if ground.lemma(c) in lexicon().classes["named_of"]
    ]
    for child in (c for host in (head, *own) for c in analysis.dependents[host] if c not in own):
        word = analysis.words[child]
        about = bool(cases(analysis, child) & lexicon().classes["about"])
        noun = word.deprel in ("nmod", "obl") and (about or _purpose_like(ground, child))
        opened = to_infinitive(ground, child) or _marked(ground, child)
        clause = word.deprel == "acl" and child > head and opened
        if noun or clause or (word.deprel in ("acl", "acl:relcl") and _under(ground, child)):
            found.append(child)
    if not found:
        found = [c for c in _of(ground, head) if c not in parties and c not in own]
    if not found and verb is not None:
        found = [
            c for c in children(analysis, verb, "advcl", "xcomp") if c > head and to_infinitive(ground, c)
        ]
    return [_opened(ground, index, _range(ground, index, parties)) for index in found]


def _opened(ground: Ground, index: int, words: tuple[int, int]) -> tuple[int, int]:
    """The words of a clause without the "under which" that opens it."""
    first, last = words
    if _under(ground, index):
        while first < index and ground.analysis.words[first].text.lower() in ("under", "by", "in", "which"):
            first += 1
    return first, last


def _of(ground: Ground, head: int) -> list[int]:
    return [
        c for c in by_preposition(ground.analysis, head, "of")
        if not ground.is_actor(c) and c > head + 1 and not _is_time(ground, c)
    ]  # fmt: skip


def _purpose_like(ground: Ground, child: int) -> bool:
    return "for" in cases(ground.analysis, child) and not ground.is_actor(child)


def _marked(ground: Ground, clause: int) -> bool:
    marks = {ground.analysis.words[m].text.lower() for m in children(ground.analysis, clause, "mark", "case")}
    return bool(marks & (lexicon().classes["about"] | {"to", "for"}))


def _under(ground: Ground, clause: int) -> bool:
    """ "a deal under which …", "an accord that limits …": the clause tells what was agreed."""
    analysis = ground.analysis
    below = analysis.subtree(clause)
    opening = [analysis.words[i].text.lower() for i in below[:3]]
    return "which" in opening and opening[0] in ("under", "by", "in")


def purposes(
    ground: Ground, head: int, verbs: Iterable[int], kind: InstrumentKind, parties: Sequence[int]
) -> list[Span]:
    """Return what a benefit or project is for: "for the electrification of railways", "to buy tanks".

    "for" stays outside, as for subjects; a party behind it ("a loan for Iran") is no purpose. Of a document
    it is what it binds its parties to: an infinitive, or a clause "that obliges both to …".
    """
    if kind not in ("benefit", "project", "back"):
        return _bound_to(ground, head, parties)
    analysis, found = ground.analysis, list[int]()
    for host in dict.fromkeys((head, *verbs, *parties)):  # the tree hangs "for" on a party now and then
        found += [
            c for c in by_preposition(analysis, host, "for", "towards", "toward")
            if not ground.is_actor(c) and c not in parties and c != head and not is_money(ground, c)
            and not _is_time(ground, c)
        ]  # fmt: skip
        found += [
            c for c in children(analysis, host, "advcl", "acl")
            if c > host and to_infinitive(ground, c) and _spends(ground, host, head)
        ]  # fmt: skip
    spans = [analysis.span(*_range(ground, index, parties)) for index in dict.fromkeys(found)]
    return sorted(dict.fromkeys(spans))


def _bound_to(ground: Ground, head: int, parties: Sequence[int]) -> list[Span]:
    analysis = ground.analysis
    found = [c for c in children(analysis, head, "acl") if c > head and to_infinitive(ground, c)]
    verb = analysis.words[head].head
    if analysis.words[head].deprel == "nsubj" and lexicon().isa(ground.lemma(verb), "binding"):
        found += children(analysis, verb, "xcomp", "ccomp")[:1] or children(analysis, verb, "obj", "obl")[:1]
    for clause in children(analysis, head, "acl:relcl", "acl"):
        own = children(analysis, clause, "nsubj", "mark")
        if own and analysis.words[own[0]].text.lower() in ("which", "that"):
            found.append(clause)
    found += [
        c for c in by_preposition(analysis, head, "for")
        if not ground.is_actor(c) and c not in parties and not is_money(ground, c) and not _is_time(ground, c)
    ]  # fmt: skip
    return sorted(analysis.span(*_range(ground, index, parties)) for index in dict.fromkeys(found))


def _spends(ground: Ground, host: int, head: int) -> bool:
    """An infinitive at the verb is what the benefit is for only where it follows the noun."""
    return host == head or any(c > head for c in children(ground.analysis, host, "advcl"))


def _is_time(ground: Ground, index: int) -> bool:
    word = ground.analysis.words[index]
    return event_lexicon().isa(word.lemma, "time") or (word.upos == "NUM" and not is_money(ground, index))


def spending(ground: Ground, head: int, kind: InstrumentKind) -> list[Span]:
    """Return the purposes in a sentence whose subject is the money: "these funds will be used for …"."""
    analysis = ground.analysis
    word = analysis.words[head]
    verb = word.head
    if (
        kind not in ("benefit", "back")
        or verb < 0
        or word.deprel not in ("nsubj", "nsubj:pass")
        or not lexicon().isa(ground.lemma(verb), "spending")
    ):
        return []
    found = [
        c for c in by_preposition(analysis, verb, "for", "on", "to", "towards", "toward", "into")
        if not _is_time(ground, c)
    ]  # fmt: skip
    apart = [c for host in found for c in children(analysis, host, "conj") if cases(analysis, c)]
    found += apart
    found += [c for c in children(analysis, verb, "advcl", "xcomp") if to_infinitive(ground, c) and c > verb]
    if not found:
        found = [
            c for c in children(analysis, verb, "obj") if ground.lemma(verb) in ("finance", "fund", "cover")
        ]
    return sorted(analysis.span(*_range(ground, index, ())) for index in dict.fromkeys(found))


def _phrase(ground: Ground, head: int, parties: Sequence[int]) -> tuple[int, int]:
    """A noun phrase up to what it is for: "a $5 billion line of credit to Iran"."""
    analysis = ground.analysis
    cut = [c for c in analysis.dependents[head] if c > head and _loose(ground, c)]
    cut += [c for c in by_preposition(analysis, head, "for") if c not in parties and not ground.is_actor(c)]
    cut += [c for c in children(analysis, head, "case", "mark", "cc") if c < head]
    inside = [p for p in parties if p in analysis.subtree(head)]
    cut += [c for p in inside for c in by_preposition(analysis, p, "for") if not ground.is_actor(c)]
    return _without(ground, head, cut)


def _range(ground: Ground, index: int, parties: Sequence[int]) -> tuple[int, int]:
    """The words of a subtree, without the preposition or "that" before it and loose clauses behind it."""
    analysis = ground.analysis
    cut = [c for c in analysis.dependents[index] if c > index and _loose(ground, c)]
    # "for railways and for power stations" are two
    cut += [c for c in children(analysis, index, "conj") if cases(analysis, c) and cases(analysis, index)]
    cut += [
        c for c in children(analysis, index, "nmod", "obl")
        if cases(analysis, c) & {"with", "between"} and any(p in analysis.subtree(c) for p in parties)
    ]  # fmt: skip
    if analysis.words[index].deprel == "acl:relcl":
        return _without(ground, index, cut)
    cut += [c for c in children(analysis, index, "case", "mark") if analysis.words[c].text.lower() != "to"]
    return _without(ground, index, cut)


def whole(ground: Ground, index: int, but: Iterable[int] = ()) -> tuple[int, int]:
    """Return the words of a point or a clause, without the word that opens it and the phrases of ``but``."""
    first, last = _range(ground, index, ())
    gone = {i for head in but for i in ground.analysis.subtree(head)}
    while first in gone or ground.analysis.words[first].upos in _LEFT_OUT:
        first += 1
    while last - 1 in gone:
        last -= 1
    return first, last


def _loose(ground: Ground, child: int) -> bool:
    """A clause, an apposition or a parenthesis that begins behind a comma."""
    first = ground.analysis.subtree(child)[0]
    words = ground.analysis.words
    apart = words[first].upos == "PUNCT" or (first > 0 and words[first - 1].upos == "PUNCT")
    return apart and words[child].deprel in ("acl:relcl", "acl", "appos", "parataxis", "advcl", "punct")


def _without(ground: Ground, index: int, cut: Iterable[int]) -> tuple[int, int]:
    """The unbroken run of a subtree's words around its head once ``cut`` and marks at its ends are gone."""
    analysis = ground.analysis
    gone = {i for c in cut for i in analysis.subtree(c)}
    kept = [i for i in analysis.subtree(index) if i not in gone]
    first = last = kept.index(index)
    while first > 0 and kept[first - 1] == kept[first] - 1:
        first -= 1
    while last + 1 < len(kept) and kept[last + 1] == kept[last] + 1:
        last += 1
    run = kept[first : last + 1]
    while (
        len(run) > 1
        and analysis.words[run[-1]].upos in _LEFT_OUT
        and analysis.words[run[-1]].text not in ("”", ")")
    ):
        run.pop()
    while len(run) > 1 and analysis.words[run[0]].upos in _LEFT_OUT and run[0] != index:
        run.pop(0)
    return run[0], run[-1] + 1
