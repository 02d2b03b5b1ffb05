"""Who acts and who is acted on, read off the tree: subjects, agents, objects, control, gaps.

All positions are word indices into ``Analysis.words``; relations are those of Universal Dependencies 2.
"""

from __future__ import annotations

from dragoman.records import Analysis, Span

_SUBJECTS = ("nsubj", "nsubj:outer", "nsubj:pass")
"""In the active voice; the parser now and then calls one passive that isn't."""
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_LEFT = frozenset({"det", "amod", "compound", "nummod", "nmod:poss", "flat", "nmod:desc", "det:predet"})
_OBJECT_CONTROL = frozenset(
    "urge ask call order force persuade press tell allow help command instruct invite encourage compel lead "
    "accuse suspect blame condemn prompt require enable forbid warn advise beg pressure permit".split()
)


def children(analysis: Analysis, index: int, *deprels: str) -> list[int]:
    """Return the dependents of a word in one of the relations, in text order."""
    return [d for d in analysis.dependents[index] if analysis.words[d].deprel in deprels]


def cases(analysis: Analysis, index: int) -> frozenset[str]:
    """Return the prepositions that stand before a noun, in lower case; its apposition may bear them."""
    own = children(analysis, index, "case")
    beside = children(analysis, index, "appos", "flat", "nmod:desc")
    own += [c for other in beside for c in children(analysis, other, "case") if c < index]
    return frozenset(analysis.words[c].text.lower() for c in own)


def by_preposition(analysis: Analysis, index: int, *prepositions: str) -> list[int]:
    """Return the nouns that hang on a word by one of the prepositions, in text order."""
    found = children(analysis, index, "obl", "obl:agent", "nmod", "obl:arg")
    return [d for d in found if cases(analysis, d) & set(prepositions)]


def is_passive(analysis: Analysis, verb: int) -> bool:
    """Say whether a verb stands in the passive, or is a past participle behind its noun."""
    if children(analysis, verb, "aux:pass"):
        return True
    if children(analysis, verb, "nsubj:pass") and not children(analysis, verb, "obj"):
        return True
    word = analysis.words[verb]
    if word.deprel != "acl" or children(analysis, verb, "nsubj", "aux", "obj"):
        return False
    return not word.text.lower().endswith("ing") and not _infinitive(analysis, verb)


def _infinitive(analysis: Analysis, verb: int) -> bool:
    return any(analysis.words[m].text.lower() == "to" for m in children(analysis, verb, "mark"))


def subjects(analysis: Analysis, verb: int, depth: int = 0) -> list[int]:
    """Return the heads of those who act by a verb, as far as the tree tells; [] where it doesn't."""
    if is_passive(analysis, verb):
        agents = [a for a in children(analysis, verb, "obl:agent", "obl") if "by" in cases(analysis, a)]
        return together(analysis, agents[0]) if agents else []
    own = children(analysis, verb, *_SUBJECTS)
    if own:
        return _bound(analysis, own[0], verb)
    word = analysis.words[verb]
    if word.head < 0 or depth > 6:
        return []
    if word.deprel in ("acl", "acl:relcl"):
        governor = analysis.words[word.head]
        if word.text.lower().endswith("ing") or word.deprel == "acl:relcl":
            return together(analysis, word.head)
        return _holder(analysis, governor.index)
    if word.deprel in ("xcomp", "ccomp", "advcl", "obl", "csubj"):
        return _controller(analysis, verb, word.head, depth)
    if word.deprel in ("conj", "parataxis") and analysis.words[word.head].upos in (
        "VERB",
        "AUX",
        "ADJ",
        "NOUN",
    ):
        above = subjects(analysis, word.head, depth + 1)
        return above or objects(analysis, word.head) if is_passive(analysis, word.head) else above
    return []


def _holder(analysis: Analysis, noun: int) -> list[int]:
    """Whose plan or promise it is: "Iran's plan to …", "Iran made a promise to …"."""
    owners = children(analysis, noun, "nmod:poss") or by_preposition(analysis, noun, "by", "of")
    if owners:
        return together(analysis, owners[0])
    word = analysis.words[noun]
    if word.deprel in ("obj", "obl", "nsubj:pass") and word.head >= 0:
        return subjects(analysis, word.head, 3)
    return []


def _controller(analysis: Analysis, verb: int, governor: int, depth: int) -> list[int]:
    """Who does what a governing verb only speaks of: its object where it moves one to act, or its subject."""
    above = analysis.words[governor]
    if above.lemma.lower() in _OBJECT_CONTROL and (
        analysis.words[verb].deprel != "advcl" or _infinitive(analysis, verb)
    ):
        moved = objects(analysis, governor) or by_preposition(analysis, governor, "on", "upon", "to")
        moved = [m for m in moved if m != verb]
        if moved:
            return together(analysis, moved[0])
    if above.upos in ("NOUN", "PROPN") and not children(analysis, governor, *_SUBJECTS):
        return _holder(analysis, governor)
    if is_passive(analysis, governor):
        patient = children(analysis, governor, "nsubj:pass")
        return together(analysis, patient[0]) if patient else []
    if above.lemma.lower() in ("accuse", "blame", "condemn", "criticize", "suspect"):
        blamed = objects(analysis, governor)
        if blamed:
            return together(analysis, blamed[0])
    return subjects(analysis, governor, depth + 1)


def _bound(analysis: Analysis, subject: int, verb: int) -> list[int]:
    """A relative pronoun stands for the noun that its clause hangs on."""
    word = analysis.words[verb]
    if analysis.words[subject].text.lower() in _RELATIVE:
        at = verb
        for _ in range(4):
            if analysis.words[at].deprel == "acl:relcl":
                return together(analysis, analysis.words[at].head)
            at = analysis.words[at].head
            if at < 0:
                break
        before = [
            i for i in range(max(0, subject - 3), subject) if analysis.words[i].upos in ("NOUN", "PROPN")
        ]
        return before[-1:] if word.index > subject else []
    return together(analysis, subject)


def objects(analysis: Analysis, verb: int) -> list[int]:
    """Return the heads of those acted on by a verb: object, passive subject, or the noun of its clause."""
    found = (
        children(analysis, verb, "nsubj:pass")
        if is_passive(analysis, verb)
        else children(analysis, verb, "obj")
    )
    if found:
        if analysis.words[found[0]].text.lower() in _RELATIVE:
            return _bound(analysis, found[0], verb)
        return together(analysis, found[0])
    word = analysis.words[verb]
    if word.head >= 0 and word.deprel == "acl" and is_passive(analysis, verb):
        return together(analysis, word.head)
    if word.head >= 0 and word.deprel == "acl:relcl" and children(analysis, verb, *_SUBJECTS):
        own = children(analysis, verb, *_SUBJECTS)[0]
        gap = analysis.words[own].text.lower() not in _RELATIVE and not children(analysis, verb, "obl")
        return together(analysis, word.head) if gap else []
    if word.deprel == "conj" and is_passive(analysis, verb) and word.head >= 0:
        return objects(analysis, word.head)
    return []


def together(analysis: Analysis, head: int) -> list[int]:
    """Return a noun and all that is coordinated with it, in text order."""
    parts = [head, *children(analysis, head, "conj")]
    return [
        p for p in parts if p == head or analysis.words[p].upos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ")
    ]


def phrase(analysis: Analysis, head: int) -> Span:
    """Return the characters of a noun phrase: its left modifiers, its head, "of …" right behind it."""
    first = last = head
    for child in reversed(analysis.dependents[head]):
        # "that" before a plural or a name opens a clause: "the accord that six powers reached"
        opens = analysis.words[child].text.lower() == "that" and _is_many_or_named(analysis, head)
        if child < head and analysis.words[child].deprel in _LEFT and not opens:
            first = min(first, analysis.subtree(child)[0])
    for child in analysis.dependents[head]:
        tree = analysis.subtree(child)
        if child > head and tree[0] <= last + 1 and analysis.words[tree[0]].upos != "PUNCT":
            relation = analysis.words[child].deprel
            named = relation == "appos" and analysis.words[child].upos == "PROPN"
            if (
                relation in ("flat", "compound")
                or named
                or (relation == "nmod" and cases(analysis, child) & {"of", "from"})
            ):
                last = max(last, _base_end(analysis, tree, child))
    return analysis.span(behind_that(analysis, first, head), last + 1)


def _is_many_or_named(analysis: Analysis, head: int) -> bool:
    word = analysis.words[head]
    return word.upos == "PROPN" or (word.upos == "NOUN" and word.text.lower() != word.lemma.lower())


def behind_that(analysis: Analysis, first: int, head: int) -> int:
    """Return where a noun phrase begins: behind a "that" that only looks like a part of it.

    "Said that six powers agreed": before a plural, or another determiner or a name, it brings in a clause.
    """
    words = analysis.words
    if words[first].text.lower() != "that" or first >= head:
        return first
    plural = words[head].upos == "NOUN" and words[head].text.lower() != words[head].lemma.lower()
    led = words[first + 1].upos in ("DET", "PRON", "NUM", "PROPN")
    return first + 1 if plural or led else first


def _base_end(analysis: Analysis, tree: tuple[int, ...], child: int) -> int:
    """Where an "of" phrase ends: at its head or the parts of its name, before clauses and commas."""
    last = child
    for index in tree:
        if index <= child:
            continue
        word = analysis.words[index]
        if word.head == child and word.deprel in ("flat", "compound") and index == last + 1:
            last = index
        else:
            break
    return last
