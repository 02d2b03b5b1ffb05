"""From a cluster to the knowledge tables, as of the article's date; doubtful links are left open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from dragoman.extract.actors.affiliation import affiliation
from dragoman.extract.actors.clusters import Cluster, fold
from dragoman.extract.actors.scene import Scene
from dragoman.extract.actors.sectors import sector_of
from dragoman.knowledge.records import Candidate, Entity, Tenure

_LEAST = 0.6
_CLEAR = 0.13
_LEAVING = timedelta(days=60)
"""The tables often know only the month, and who has just resigned is still spoken of as in office."""


@dataclass(frozen=True, slots=True)
class Link:
    """What the tables, or else the article's own words, say of an actor."""

    entity: Entity | None
    confidence: float
    state: str | None
    sector: str | None
    role: str | None


def link_persons(scene: Scene, clusters: list[Cluster]) -> None:
    """Give each named person its entity where name, title, state and date agree (before nominals)."""
    for cluster in clusters:
        if cluster.entity is None and cluster.named and cluster.kind in ("person", "other"):
            found = _person(scene, cluster)
            if found is not None:
                cluster.entity = found.entity
                cluster.kind = found.entity.kind
                cluster.state = cluster.state or found.entity.state


def _surfaces(scene: Scene, cluster: Cluster) -> list[str]:
    """The cluster's names, the longest first; a lone surname goes with its title ("President Bush")."""
    seen: dict[str, int] = {}
    for mention in cluster.mentions:
        if mention.form != "name":
            continue
        length = len(fold(scene.text(mention.first, mention.last)))
        titled = next((d.first for d in mention.descriptions if d.last == mention.first), mention.first)
        seen.setdefault(scene.text(titled if length == 1 else mention.first, mention.last), length)
    return sorted(seen, key=lambda surface: (-seen[surface], -len(surface)))


def _person(scene: Scene, cluster: Cluster) -> Candidate | None:
    """The tables' candidate for a person, if it is clear and nothing that the article says contradicts it.

    Where the article has a full name that the tables don't know, a bare surname proves nothing.
    """
    full = any(len(key) > 1 for key in cluster.keys)
    for surface in _surfaces(scene, cluster)[:4]:
        if full and len(fold(surface)) < 2:
            return None
        found = scene.knowledge.lookup(surface, scene.article.published)
        good = [c for c in found if c.matched_as != "demonym" and not _contradicts(scene, cluster, c.entity)]
        if not good or good[0].confidence < _LEAST:
            continue
        if len(good) == 1 or good[0].confidence - good[1].confidence >= _CLEAR:
            return good[0]
    return None


def _words(scene: Scene, first: int, last: int) -> str:
    return scene.text(first, last) if first < last else ""


def _contradicts(scene: Scene, cluster: Cluster, entity: Entity) -> bool:
    """Say whether the article's title or state for a person can't be the entity's."""
    if entity.kind != "person":
        return cluster.kind == "person"
    gender = scene.lexicon.names.get(entity.name.split()[0].lower())
    if gender and cluster.gender and gender != cluster.gender:
        return True
    states = {d.state for d in cluster.described if d.state and not d.former}
    if entity.state and states and entity.state not in states:
        return True
    on = scene.article.published
    held = scene.knowledge.tenures(entity.key, on)
    ever = scene.knowledge.tenures(entity.key) if held or on else held
    for description in cluster.described:
        office = scene.knowledge.office_of_title(_words(scene, description.first, description.last))
        if office is None or not ever:
            continue
        offices = {t.office for t in (ever if description.former else held or ever)}
        if not any(office.endswith(known) or known.endswith(office) for known in offices):
            return not _wider(scene, description.noun, held or ever)
    return False


def _wider(scene: Scene, noun: str, held: tuple[Tenure, ...]) -> bool:
    return bool(set(scene.knowledge.offices_of_noun(noun)) & {t.office for t in held})


def confidence_of(scene: Scene, cluster: Cluster) -> float:
    """Return how sure the link is: the best of the cluster's surfaces for the entity it was given."""
    if cluster.entity is None or cluster.entity.ref is None:
        return 0.0
    best = 0.0
    for surface in _surfaces(scene, cluster):
        for found in scene.knowledge.lookup(surface, scene.article.published):
            if found.entity.key == cluster.entity.key:
                best = max(best, found.confidence)
    return round(best, 3) if best else 0.6


def link(scene: Scene, cluster: Cluster) -> Link:
    """Return state, sector, role and link of an actor; what neither tables nor words say is None."""
    entity = cluster.entity
    if entity is not None:
        held = scene.knowledge.tenures(entity.key, scene.article.published) if entity.kind == "person" else ()
        if scene.article.published is None and len(held) > 1:
            held = ()
        sector = held[0].sector if held else entity.sector
        if not held and _left_office(scene, entity):
            sector = "CVL"
        if sector is None and entity.kind == "state" and cluster.seat:
            sector = "GOV"  # "the Kremlin" is the executive, "Moscow" and "Russia" may be more
        role = held[0].title if held else _said_role(scene, cluster)
        return Link(entity, confidence_of(scene, cluster), entity.state, sector, role)
    several = len({member.state for member in cluster.members}) > 1  # "the presidents of Peru and Chile"
    own = affiliation(scene, cluster) if cluster.state is None and not several else None
    return Link(
        None,
        0.0,
        own.state if own is not None else cluster.state,
        sector_of(scene, cluster, own),
        _said_role(scene, cluster),
    )


def _left_office(scene: Scene, entity: Entity) -> bool:
    """Say whether a person of the executive has left every office that the tables know before the day."""
    on = scene.article.published
    ends = [tenure.end for tenure in scene.knowledge.tenures(entity.key)]
    if on is None or not ends or entity.sector != "GOV":
        return False
    return all(end is not None and end + _LEAVING <= on for end in ends)


def _said_role(scene: Scene, cluster: Cluster) -> str | None:
    """The article's own title for a person, the fullest of the first three."""
    if cluster.kind != "person":
        return None
    said = [scene.text(d.first, min(d.last, d.first + 10)) for d in cluster.described[:3]]
    for start in ("a ", "an ", "the ", "A ", "An ", "The "):
        said = [text.removeprefix(start) for text in said]
    return max(said, key=len) if said else None
