"""Names beside a noun: the one who bears a title, the one whose report or opinion it is."""

from __future__ import annotations

from dragoman.extract.actors.clusters import Cluster
from dragoman.extract.actors.descriptions import role_at
from dragoman.extract.actors.noun_phrases import Nominal
from dragoman.extract.actors.past import Past
from dragoman.extract.actors.scene import Mention, Scene

_SMALL = frozenset({"of", "the", "for", "and", "&", "on", "in", "at"})
_BESIDE = ("appos", "flat", "nmod:desc")


def bearer(scene: Scene, past: Past, name_at: dict[int, Mention], head: int) -> Cluster | None:
    """Return the named one that a noun stands beside ("the foreign minister, Ann Reed"; "the website X")."""
    words = scene.analysis.words
    for child in scene.children(head, *_BESIDE):
        name = name_at.get(child)
        if name is None or scene.children(child, "case") or scene.plural(head):
            continue
        cluster = past.of_word.get(name.head)
        if cluster is not None and cluster.kind != "state":
            return cluster
    above = words[head].head
    if words[head].deprel in (*_BESIDE, "compound") and above in name_at:
        return past.of_word.get(name_at[above].head)
    name = name_behind(scene, name_at, head, len(words))
    return None if name is None else past.of_word.get(name.head)


def name_behind(scene: Scene, name_at: dict[int, Mention], head: int, last: int) -> Mention | None:
    """Return the person named behind a title and a comma, whatever the tree says of the two.

    "His aide, Lt. Peter Cook", "the minister of the interior, General of Police Ann Reed": between the
    comma and the name stand only words of a title, and a comma or the phrase's end behind it.
    """
    words, role = scene.analysis.words, role_at(scene, head)
    if role is None or scene.plural(head):
        return None
    if role.family == "publication" and (name := name_at.get(head + 1)) and name.first == head + 1:
        return name  # "the newspaper Clarín"
    if role.family != "person":
        return None
    stop = min(last, scene.analysis.sentences[words[head].sentence].last)
    comma = next((i for i in range(head + 1, min(stop, head + 12)) if not _titular(scene, i)), stop)
    if comma >= stop or words[comma].text != ",":
        return None
    for at in range(comma + 1, min(stop, comma + 8)):
        name = name_at.get(at)
        if name is not None and name.label == "person":
            closed = name.last >= last or words[min(name.last, len(words) - 1)].text in (",", ")", "—")
            return name if closed else None
        if not _titular(scene, at):
            return None
    return None


def _titular(scene: Scene, index: int) -> bool:
    """Say whether a word may stand inside a title: "General of the Army", "minister of defence"."""
    word = scene.analysis.words[index]
    return word.upos in ("NOUN", "PROPN", "ADJ") or scene.lower(index) in _SMALL


def author_head(scene: Scene, past: Past, name_at: dict[int, Mention], nominal: Nominal) -> int | None:
    """Return the head word of whose report, letter or opinion it is, or None.

    "The paper's analysis" and "a report by Reuters" speak for the paper and for Reuters; "an interview
    with the Ledger" is the Ledger's where that is an outlet; a poll "of voters" is nobody's.
    """
    head = nominal.mention.head
    if nominal.role is None or nominal.role.family != "document":
        return None
    owner = next(iter(scene.children(head, "nmod:poss")), None)
    if owner is not None and scene.lower(owner) not in ("our", "my"):
        return name_at[owner].head if owner in name_at else owner
    for child in scene.children(head, "nmod"):
        cases = {scene.lower(c) for c in scene.children(child, "case")}
        if child in name_at and cases & {"by", "from", "with", "in"}:
            cluster = past.of_word.get(name_at[child].head)
            if cluster is not None and (cluster.kind == "publication" or cases & {"by", "from"}):
                return name_at[child].head
    return None
