"""Who a pronoun stands for: agreement first, then the last speaker, subjects, nearness and the engine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.extract.actors.clusters import Cluster
from dragoman.extract.actors.lexicon import Gender
from dragoman.extract.actors.past import Past
from dragoman.extract.actors.scene import Mention, Scene

_WINDOW = 5
_ENGINE = 2.0
_SPEAKER = 1.6
_GOING_ON = 2.0
_NEW_PARAGRAPH = 0.4
_OTHER_PARAGRAPH = 0.6
_LEAST = -1.2
_CORE = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl"})
_BODIES = frozenset({"state", "government", "organization", "company", "publication", "other"})


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a pronoun asks of its antecedent."""

    number: str
    """"person", "thing" or "many"."""
    gender: Gender | None


def wanted(scene: Scene, index: int) -> Wanted | None:
    """Return what a third-person pronoun asks for; None for any other word."""
    word, isa = scene.lower(index), scene.lexicon.isa
    if isa(word, "third-m"):
        return Wanted("person", "m")
    if isa(word, "third-f"):
        return Wanted("person", "f")
    if isa(word, "third-p"):
        return Wanted("many", None)
    return Wanted("thing", None) if isa(word, "third-n") else None


def resolve_pronoun(
    scene: Scene, past: Past, index: int, own: Sequence[int], speaker: Cluster | None = None
) -> tuple[Cluster, float] | None:
    """Return the actor that a third-person pronoun stands for and by how much it leads, or None.

    ``own`` are the drafts that the pronoun introduces as their source: who is only mentioned in what is
    said there can't be the one who says it. ``speaker`` is who speaks the quotation that it stands in.
    """
    asked = wanted(scene, index)
    if asked is None:
        return None
    scores: dict[int, float] = {}
    seen: dict[int, float] = {}
    clusters: dict[int, Cluster] = {}
    engine = {a.word: a.probability for a in scene.analysis.antecedents.get(index, ()) if a.word is not None}
    speakers = [(head, cluster) for head, cluster in past.speakers(index)]
    heard = {head for head, _ in speakers}
    asker = _asker(scene, own, speakers)
    start = _start(scene, own, index)
    for mention, cluster in past.before(index, 120):
        distance = max(0, _distance(scene, mention.head, start))
        if distance > _WINDOW and mention.head not in engine:
            break
        fit = _fit(asked, cluster)
        if fit is None or cluster is speaker or cluster is asker or _barred(scene, mention, index, own):
            continue
        score = fit + _standing(scene, mention, index, distance, mention.head in heard)
        seen[id(cluster)] = seen.get(id(cluster), 0.0) + engine.get(mention.head, 0.0)
        if id(cluster) not in scores or score > scores[id(cluster)]:
            scores[id(cluster)] = score
            clusters[id(cluster)] = cluster
    for key, cluster in clusters.items():
        scores[key] += _ENGINE * min(1.0, seen[key]) + _speaking(scene, cluster, speakers, index)
        scores[key] += 0.08 * min(len(cluster.mentions), 5)
        if speakers and cluster is speakers[0][1] and _goes_on(scene, own, speakers[0][0], index):
            scores[key] += _GOING_ON
    ranked = sorted(scores.items(), key=lambda item: -item[1])
    if not ranked or ranked[0][1] < _LEAST:
        return None
    lead = ranked[0][1] - ranked[1][1] if len(ranked) > 1 else 2.0
    return clusters[ranked[0][0]], lead


def _goes_on(scene: Scene, own: Sequence[int], before: int, index: int) -> bool:
    """Say whether the pronoun goes on speaking ("he added") in the paragraph of whoever spoke last."""
    return _same_paragraph(scene, before, index) and _has_cue(scene, own, "going-on")


def _asker(scene: Scene, own: Sequence[int], speakers: list[tuple[int, Cluster]]) -> Cluster | None:
    """Return who asked right before the pronoun replies ("he responded"): nobody answers himself."""
    if not speakers or not _has_cue(scene, own, "replying"):
        return None
    head, cluster = speakers[0]
    at = scene.analysis.words[head].start
    asking = [
        number
        for number, draft in enumerate(scene.drafts)
        if draft.source is not None and draft.source.start <= at < draft.source.end
    ]
    return cluster if _has_cue(scene, asking, "asking") else None


def _start(scene: Scene, own: Sequence[int], index: int) -> int:
    """Return where the pronoun's sentence begins for a reader: at the first of the words that it says.

    However long somebody's words are, "she replied" behind them is as near to what stands before.
    """
    pieces = [scene.analysis.words_in(piece) for number in own for piece in scene.drafts[number].content]
    before = [
        words.start for words in pieces if words.start < index and _same_paragraph(scene, words.start, index)
    ]
    return min([index, *before])


def _has_cue(scene: Scene, drafts: Sequence[int], kind: str) -> bool:
    """Say whether the cue of one of the drafts has a word of the kind."""
    words = scene.analysis.words
    cues = (i for n in drafts for cue in scene.drafts[n].cue for i in scene.analysis.words_in(cue))
    return any(scene.lexicon.isa(words[i].lemma, kind) for i in cues)


def _distance(scene: Scene, before: int, after: int) -> int:
    words = scene.analysis.words
    return words[after].sentence - words[before].sentence


def _fit(asked: Wanted, cluster: Cluster) -> float | None:
    """Return how well an actor agrees with the pronoun; None where it can't."""
    if asked.number == "person":
        if cluster.kind != "person" and not (cluster.kind == "other" and cluster.named):
            return None
        if cluster.plural or (cluster.gender and cluster.gender != asked.gender):
            return None
        return (0.7 if cluster.gender else 0.0) - (1.5 if cluster.kind == "other" else 0.0)
    if asked.number == "thing":
        if cluster.kind not in _BODIES or cluster.plural:
            return None
        return 0.0
    if cluster.plural or cluster.kind == "group":
        return 0.8
    if cluster.kind == "person":
        return -1.6 if cluster.anonymous else None
    if cluster.kind == "other" and not cluster.named:
        return None
    return {"state": -1.0, "other": -1.2}.get(cluster.kind, -0.4)


def _barred(scene: Scene, mention: Mention, index: int, own: Sequence[int]) -> bool:
    """Say whether grammar forbids the pair: in what the pronoun itself says, or beside it in one clause."""
    words = scene.analysis.words
    start = words[mention.head].start
    if any(piece.start <= start < piece.end for number in own for piece in scene.drafts[number].content):
        return True
    if mention.form == "nominal" and _is_any(scene, mention):
        return True
    one, other = words[mention.head], words[index]
    if one.sentence != other.sentence:
        return False
    if mention.first <= index < mention.last or one.head == index:
        return True
    both = one.deprel in _CORE and other.deprel in _CORE
    return both and one.head == other.head


def _is_any(scene: Scene, mention: Mention) -> bool:
    """Say whether a mention is anyone of a kind: "a voter should read", "why a voter ought to care"."""
    words, head = scene.analysis.words, mention.head
    leads = [scene.lower(i) for i in (mention.first, mention.first - 1) if i >= 0]
    if not {"a", "an"}.intersection(leads) or words[head].deprel != "nsubj" or words[head].head < 0:
        return False
    return any(scene.lexicon.isa(words[i].text, "duty") for i in scene.children(words[head].head, "aux"))


def _standing(scene: Scene, mention: Mention, index: int, distance: int, spoke: bool) -> float:
    """Return how much in mind a mention is: nearness, its grammatical role, and whose speech it is in.

    Who ``spoke`` there is the subject of the reporting clause, wherever the tree puts the name.
    """
    words = scene.analysis.words
    head = words[mention.head]
    if mention.form == "compound":
        head = next(
            (words[i] for i in range(mention.first, mention.last) if words[i].deprel == "nsubj"), head
        )
    score = -0.7 * distance
    if not _same_paragraph(scene, mention.head, index):
        score -= _OTHER_PARAGRAPH
    owns = mention.last < len(words) and words[mention.last].text in ("'s", "’s")
    if spoke:
        score += 1.2
    elif owns or head.deprel in ("nmod:poss", "compound", "nmod", "amod"):
        score -= 0.3
    elif head.deprel in ("nsubj", "nsubj:pass", "nsubj:outer"):
        main = head.head >= 0 and words[head.head].deprel in ("root", "parataxis", "conj", "ccomp")
        score += 1.2 if main else 0.8
    theirs, ours = scene.speech[mention.head], scene.speech[index]
    if theirs is not None and theirs != ours:
        score -= 1.2 if scene.drafts[theirs].form == "direct" else 0.6
    if mention.form == "pronoun":
        score += 0.3
    return score


def _speaking(scene: Scene, cluster: Cluster, speakers: list[tuple[int, Cluster]], index: int) -> float:
    """Return the credit of having spoken last; it fades with sentences and with later speakers."""
    for rank, (head, speaker) in enumerate(speakers):
        if speaker is cluster:
            gap = _distance(scene, head, index)
            credit = max(0.0, _SPEAKER - 0.8 * rank - 0.15 * gap)
            return credit if _same_paragraph(scene, head, index) else _NEW_PARAGRAPH * credit
    return 0.0


def _same_paragraph(scene: Scene, before: int, after: int) -> bool:
    words, sentences = scene.analysis.words, scene.analysis.sentences
    return sentences[words[before].sentence].paragraph == sentences[words[after].sentence].paragraph


def relative_head(scene: Scene, index: int) -> int | None:
    """Return the word that a relative pronoun takes up, by the tree or else the nearest noun before it."""
    words = scene.analysis.words
    at = index
    for _ in range(8):
        at = words[at].head
        if at < 0:
            break
        if words[at].deprel in ("acl:relcl", "acl") and words[at].head >= 0 and words[at].head < index:
            return words[at].head
    for before in range(index - 1, max(-1, index - 8), -1):
        if words[before].sentence != words[index].sentence:
            break
        if words[before].upos in ("NOUN", "PROPN", "PRON"):
            return before
    return None
