"""The PLOVER sector of an actor whom the tables don't know, by its titles, nouns and name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.extract.actors.affiliation import Affiliation
from dragoman.extract.actors.clusters import Cluster
from dragoman.extract.actors.descriptions import base_start, role_at
from dragoman.extract.actors.scene import Scene

BEYOND_STATES = frozenset({"IGO", "NGO", "ISM", "IMG", "MNC"})
"""PLOVER's codes for actors of no one state; among our sectors, since they tell what kind an actor is."""
_JOINT = re.compile(r"\s(?:of|for|in|and)\b")


def sector_of(scene: Scene, cluster: Cluster, own: Affiliation | None) -> str | None:
    """Return the sector of an actor, ``own`` being the state and body that it belongs to, if any.

    Those who belong to a body beyond states have its code ("NATO leaders"); the staff of another body has
    that body's sector ("CIA officers"); else titles tell, then the head noun, then a body's own name.
    """
    body = own.sector if own is not None else None
    if own is not None and own.state is None and body in BEYOND_STATES:
        return body
    if body is not None and _is_staff(scene, cluster):
        return body
    for phrase in _phrases(scene, cluster):
        found = scene.knowledge.sector_of_noun(phrase)
        if found and found[0]:
            return found[0]
    return _by_name(scene, cluster) or body


def _is_staff(scene: Scene, cluster: Cluster) -> bool:
    heads = [d.head for d in cluster.described] + [m.head for m in cluster.mentions if m.form == "nominal"]
    for head in heads[:3]:
        role = role_at(scene, head)
        noun = role.noun if role is not None else scene.analysis.words[head].lemma.lower()
        if scene.lexicon.isa(noun, "staff-noun"):
            return True
    return False


def _phrases(scene: Scene, cluster: Cluster) -> Iterator[str]:
    """Yield titles (those of today first), then noun phrases up to their head, then nouns."""
    for description in sorted(cluster.described, key=lambda d: d.former):
        yield scene.text(description.first, description.last)
    if not cluster.named:
        for mention in cluster.mentions:
            if mention.form == "nominal":
                yield scene.text(min(mention.first, base_start(scene, mention.head)), mention.head + 1)
        if cluster.label:
            yield cluster.label
    yield from sorted(cluster.nouns)


def _by_name(scene: Scene, cluster: Cluster) -> str | None:
    """The sector in the name of a body: "... Bank", "University of ...", "... Federal Police"."""
    if cluster.kind == "person":
        return None
    for mention in cluster.mentions:
        if mention.form != "name":
            continue
        text = scene.text(mention.first, mention.last)
        found = scene.knowledge.sector_of_noun(_JOINT.split(text)[0])
        if found and found[0] and found[1] not in ("person", "other"):
            return found[0]
    return None
