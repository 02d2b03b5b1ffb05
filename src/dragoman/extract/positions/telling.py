"""Is the stance told as held, and how firmly: negation, auxiliaries, what governs an infinitive."""

from __future__ import annotations

from dragoman.extract.arguments import children
from dragoman.extract.ground import Ground
from dragoman.extract.positions.clauses import bounds, is_question, lower, mark_at
from dragoman.extract.positions.lexicon import Sign, lexicon
from dragoman.extract.positions.predicates import Predicate
from dragoman.records import Analysis, Firmness

_HELPERS = ("AUX", "PART", "ADV")
_WISHING = frozenset({"want", "wish", "like"})
_BEING = frozenset({"is", "are", "was", "were", "am", "be", "been", "'s", "’s", "'re", "’re"})
_BEHIND = frozenset({"of", "for", "from", "without", "by", "against", "at", "in"})


def sign_of(ground: Ground, predicate: Predicate) -> Sign:
    """Return the stance that a predicate tells, denials counted; "-" where it tells none."""
    analysis, use = ground.analysis, predicate.use
    if is_question(analysis, predicate.head) or _supposed(ground, predicate.verb):
        return "-"
    if _inverted(analysis, predicate.head) or _disowned(ground, predicate.verb):
        return "-"
    if _is_of_a_kind(analysis, predicate.verb):
        return "-"
    helping = helpers(analysis, predicate.verb)
    if "notinf" in use.objects:  # "vowed never to sign": the denial is the object's
        helping = [i for i in helping if i < predicate.verb]
    told = {lower(analysis, i) for i in helping}
    if use.kind in "ap" and any(
        lower(analysis, i) == "whether" for i in range(predicate.verb - 3, predicate.head)
    ):
        return "-"
    if told & lexicon().words["wishing_auxiliaries"]:
        return "-"
    negations = len(told & lexicon().words["negations"])
    if lower(analysis, predicate.verb - 1) == "to" and lower(analysis, predicate.verb - 2) == "yet":
        return use.negated  # "has yet to take a stand"
    if "longer" in told:
        return "-"
    if predicate.verb != predicate.head:
        if lexicon().isa(ground.lemma(predicate.verb), "dropping"):
            return "-"
        negations += any(lower(analysis, d) == "no" for d in children(analysis, predicate.head, "det"))
    governed = _governed(ground, predicate.verb, predicate.use.kind == "n")
    if governed is None:
        return "-"
    negations += governed
    loose = lower(analysis, predicate.verb).endswith("ing") and not told & _BEING
    if (use.sign == "-" and not negations % 2) or (loose and negations % 2):
        return "-"  # "not wanting to comment" only tells why
    return use.negated if negations % 2 else use.sign


def helpers(analysis: Analysis, verb: int) -> list[int]:
    """Return the auxiliaries, negations and adverbs of a verb, wherever the tree hangs those before it."""
    first = bounds(analysis, verb)[0]
    found = []
    at = verb - 1
    while at >= first and analysis.words[at].upos in _HELPERS:
        found.append(at)
        at -= 1
    own = children(analysis, verb, "aux", "aux:pass", "advmod", "neg", "cop")
    found += [i for i in own if i not in found and first <= i and abs(i - verb) < 8]
    after = verb + 1
    while (
        after < len(analysis.words)
        and analysis.words[after].upos in ("PART", "ADV")
        and lower(analysis, after) != "to"
    ):
        found.append(after)
        after += 1
    for acting in children(analysis, verb, "nsubj"):
        near = [acting, *children(analysis, acting, "det", "cc:preconj", "cc")]
        found += [i for i in near if lower(analysis, i) in ("neither", "nobody", "no")]
    return sorted(set(found))


def _supposed(ground: Ground, verb: int) -> bool:
    """Say whether a verb stands in a condition or behind "whether"."""
    analysis = ground.analysis
    at = verb
    for _ in range(3):
        marks = children(analysis, at, "mark")
        if any(mark_at(analysis, m) or lower(analysis, m) in ("whether", "if") for m in marks):
            return True  # "asked if Rome would back it" too
        word = analysis.words[at]
        if word.deprel not in ("xcomp", "ccomp", "conj") or word.head < 0:
            return False
        if word.deprel == "ccomp":
            return False
        at = word.head
    return False


def _inverted(analysis: Analysis, index: int) -> bool:
    """Say whether a clause is a condition without a mark: "should Rome object, …"."""
    first = bounds(analysis, index)[0]
    start = next((i for i in range(index, first, -1) if analysis.words[i - 1].text in (",", ";", "—")), first)
    return lower(analysis, start) in ("should", "had", "were") and analysis.words[start].upos in (
        "AUX",
        "VERB",
    )


def _is_of_a_kind(analysis: Analysis, verb: int) -> bool:
    """Say whether a verb only tells whom a rule is for: "customers who want their money back must write"."""
    word = analysis.words[verb]
    if word.deprel != "acl:relcl" or word.head < 0:
        return False
    noun = analysis.words[word.head]
    if noun.upos == "PROPN" or children(analysis, noun.index, "det", "nmod:poss") or noun.head < 0:
        return False
    if noun.text.lower() not in ("those", "anyone", "anybody", "whoever") and not noun.text.endswith("s"):
        return False
    commas = any(analysis.words[i].text == "," for i in range(noun.index + 1, verb))
    above = children(analysis, noun.head, "aux", "aux:pass", "cop")
    return not commas and any(lower(analysis, a) in lexicon().words["ruling"] for a in above)


def _disowned(ground: Ground, verb: int) -> bool:
    """Say whether somebody denies the stance: "denied that it opposed the tunnel"."""
    word = ground.analysis.words[verb]
    return word.deprel == "ccomp" and word.head >= 0 and ground.lemma(word.head) in ("deny", "doubt")


def _governed(ground: Ground, verb: int, wished: bool) -> int | None:
    """Return the denials that what governs an infinitive adds (0 or 1); None where nobody holds it.

    ``wished``: "I want to express my support" holds it, "he wants to support it" doesn't yet.
    """
    analysis, at, denials = ground.analysis, verb, 0
    for _ in range(4):
        word = analysis.words[at]
        marked = any(lower(analysis, m) == "to" for m in children(analysis, at, "mark", "aux"))
        free = lower(analysis, at).endswith("ing") and word.deprel in ("xcomp", "ccomp", "advcl", "acl")
        if lower(analysis, at).endswith("ing") and any(
            lower(analysis, m) in _BEHIND for m in children(analysis, at, "mark", "case")
        ):
            return None
        if word.head < 0 or not (marked or (free and word.deprel in ("xcomp", "ccomp"))):
            return denials
        above = ground.lemma(word.head)
        if lexicon().isa(above, "denying"):
            denials += 1
        elif not lexicon().isa(above, "holding") and not (wished and above in _WISHING):
            return None
        at = word.head
    return denials


def firmness_of(ground: Ground, predicate: Predicate, sign: Sign) -> Firmness:
    """Return how firmly a stance is told: by adverbs, auxiliaries, and the word's own force."""
    analysis, words = ground.analysis, lexicon().words
    first, last = bounds(analysis, predicate.head)
    near = {
        lower(analysis, i) for i in {*helpers(analysis, predicate.verb), *helpers(analysis, predicate.head)}
    }
    said = " " + " ".join(lower(analysis, i) for i in range(first, last)) + " "
    if near & words["hedging_auxiliaries"] or near & words["hedged"]:
        return "hedged"
    if any(f" {phrase} " in said for phrase in words["hedged"] if " " in phrase):
        return "hedged"
    loud = near & words["firm"] or any(f" {phrase} " in said for phrase in words["firm"] if " " in phrase)
    if loud:
        return "firm"
    if sign != predicate.use.sign and predicate.use.firmness == "firm":
        return "plain"
    return predicate.use.firmness
