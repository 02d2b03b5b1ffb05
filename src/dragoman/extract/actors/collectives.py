"""Sources that are several at once: "Moscow and Tehran", "both leaders", "the two sides"."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.extract.actors.clusters import Cluster
from dragoman.extract.actors.nominals import Nominal
from dragoman.extract.actors.past import Past
from dragoman.extract.actors.scene import Scene

_NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4}
_REACH = 3


def coordinated(scene: Scene, head: int, first: int, last: int) -> list[int]:
    """Return the heads of the parts of a coordination inside ``[first, last)``, one where there is none.

    Two nouns for one person ("a former diplomat and scholar") are one part.
    """
    words = scene.analysis.words
    parts = [head]
    for child in scene.children(head, "conj"):
        if first <= child < last and words[child].upos in ("NOUN", "PROPN", "PRON"):
            parts.append(child)
    if len(parts) == 1 or words[head].upos == "PROPN" or scene.plural(head):
        return parts
    plain = all(words[p].upos == "NOUN" and not scene.plural(p) for p in parts)
    alone = all(not scene.children(p, "det", "nmod:poss") for p in parts[1:])
    return [head] if plain and alone else parts


def members_of(
    scene: Scene, past: Past, nominal: Nominal, actor_at: Callable[[int], Cluster | None]
) -> list[Cluster]:
    """Return whom "both leaders" or "the two countries — Russia and Iran" are; [] where it can't be known."""
    words = scene.analysis.words
    before = [scene.lower(i) for i in range(nominal.mention.first, nominal.mention.head)]
    count = next((_NUMBERS[w] for w in before if w in _NUMBERS), None)
    role = nominal.role
    for child in scene.children(nominal.mention.head, "appos", "parataxis"):
        parts = coordinated(scene, child, child, len(words))
        if len(parts) > 1:
            found = [actor_at(part) for part in parts]
            return [c for c in found if c is not None]
    if role is None or not nominal.plural or nominal.state or nominal.restricted:
        return []
    if count is None and not (role.family == "party" and nominal.definite):
        return []
    if count is not None and not (nominal.definite or before[0] == "both"):
        return []
    return _nearest(scene, past, nominal, count or 2)


def _nearest(scene: Scene, past: Past, nominal: Nominal, count: int) -> list[Cluster]:
    """The last ``count`` different actors of the kind, all within a few sentences; else none."""
    words, found = scene.analysis.words, list[Cluster]()
    position = nominal.mention.first
    for mention, cluster in past.before(position):
        if words[position].sentence - words[mention.head].sentence > _REACH:
            break
        if cluster not in found and _suits(scene, nominal, cluster):
            found.append(cluster)
            if len(found) == count:
                return sorted(found, key=lambda c: min(m.first for m in c.mentions))
    return []


def _suits(scene: Scene, nominal: Nominal, cluster: Cluster) -> bool:
    role = nominal.role
    if role is None or cluster.plural or cluster.anonymous:
        return False
    if role.family in ("country", "party"):
        return cluster.kind == "state"
    if role.family != "person":
        return cluster.kind not in ("person", "state", "group") and role.noun in cluster.nouns
    known = [r for n in cluster.nouns if (r := scene.lexicon.role(n))]
    if cluster.kind != "person":
        return False
    return any(role.suits(r) for r in known) or bool(
        cluster.entity
        and set(scene.knowledge.offices_of_noun(role.noun))
        & {t.office for t in scene.knowledge.tenures(cluster.entity.key, scene.article.published)}
    )
