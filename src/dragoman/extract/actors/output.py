"""From clusters to the actors of the reading: names, aliases, mentions, links, ids in text order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dragoman.extract.actors.clusters import Cluster, fold
from dragoman.extract.actors.linking import link
from dragoman.extract.actors.scene import Scene
from dragoman.records import Actor, Span


def finish(
    scene: Scene, clusters: Sequence[Cluster], of_span: Mapping[Span, Cluster]
) -> tuple[tuple[Actor, ...], dict[Span, str]]:
    """Return the actors worth reporting and the id of each phrase.

    Unnamed ones that no statement needs are left out; members of a collective stay with it.
    """
    needed = {id(c) for c in of_span.values()} | {id(m) for c in of_span.values() for m in c.members}
    kept = [c for c in clusters if id(c) in needed or _worth(c)]
    spans = {id(c): _spans(scene, c) for c in kept}
    for span, cluster in of_span.items():
        if not spans[id(cluster)]:
            spans[id(cluster)] = (span,)
    ordered = sorted(kept, key=lambda c: (spans[id(c)] or (Span(0, 0),))[0])
    ids = {id(cluster): f"a{number}" for number, cluster in enumerate(ordered, 1)}
    actors = tuple(_actor(scene, cluster, spans[id(cluster)], ids) for cluster in ordered)
    return actors, {span: ids[id(cluster)] for span, cluster in sorted(of_span.items())}


def _worth(cluster: Cluster) -> bool:
    """Names of things (prizes, treaties, ships) are no actors; unnamed ones count only in statements."""
    return bool(cluster.mentions) and (
        cluster.entity is not None or (cluster.named and cluster.kind != "other")
    )


def _spans(scene: Scene, cluster: Cluster) -> tuple[Span, ...]:
    found = {scene.analysis.span(m.first, m.last) for m in cluster.mentions if m.first < m.last}
    return tuple(sorted(found))


def _actor(scene: Scene, cluster: Cluster, spans: tuple[Span, ...], ids: Mapping[int, str]) -> Actor:
    linked = link(scene, cluster)
    names = [scene.text(m.first, m.last) for m in cluster.mentions if m.form == "name"]
    name = linked.entity.name if linked.entity else _fullest(names) or cluster.label
    aliases = tuple(dict.fromkeys(n for n in names if n != name))
    ref = linked.entity.ref if linked.entity else None
    return Actor(
        id=ids[id(cluster)], name=name, kind=cluster.kind, state=linked.state, sector=linked.sector,
        role=linked.role, ref=ref, anonymous=cluster.anonymous and not cluster.named, aliases=aliases,
        mentions=spans, link_confidence=linked.confidence if ref else 0.0,
        members=tuple(ids[id(m)] for m in cluster.members if id(m) in ids),
    )  # fmt: skip


def _fullest(names: Sequence[str]) -> str | None:
    """The name with the most words; of several, the one used most often, then the first."""
    if not names:
        return None
    most = max(len(fold(name)) for name in names)
    full = [name for name in names if len(fold(name)) == most]
    return max(dict.fromkeys(full), key=full.count)
