"""Is a predicted actor the one that the gold means?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from rapidfuzz.distance import Levenshtein

from dragoman.records import Actor, Reading

_GENERIC = frozenset({"of", "a", "an", "government", "republic", "federation", "islamic", "america"})


def folded(name: str) -> str:
    """Return a name for comparison: lower case, accents, articles, marks and possessives off."""
    plain = unicodedata.normalize("NFKD", name.replace("’", "'")).lower()
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = re.sub(r"'s\b", "", plain).replace("-", " ").replace(".", "")
    return re.sub(r"^the ", "", " ".join(re.findall(r"\w+", plain)))


def same_name(gold: str, actor: Actor) -> bool:
    """Say whether ``actor`` is known by the gold's name.

    The name or an alias equals the gold's, or the words of the gold's name all stand in the actor's
    name ("Vladimir Putin" in "Vladimir Vladimirovich Putin", "Iran" in "Government of Iran"), the
    rest being at most given names or words for a government. A person's names may differ by one letter
    each, as transcriptions do.
    """
    wanted = folded(gold)
    names = {folded(name) for name in (actor.name, *actor.aliases)}
    if wanted in names:
        return True
    words, own = set(wanted.split()), set(folded(actor.name).split())
    if actor.kind == "person" and len(words) > 1:
        return all(any(_spelled_alike(word, other) for other in own) for word in words)
    return bool(words) and words <= own and own - words <= _GENERIC


def _spelled_alike(one: str, other: str) -> bool:
    """Say whether two words are one name in two transcriptions ("Dmitri", "Dmitry")."""
    return one == other or (min(len(one), len(other)) > 3 and Levenshtein.distance(one, other) <= 1)


def same_actor(names: Sequence[str], members: Sequence[str], actor: Actor, reading: Reading) -> bool:
    """Say whether ``actor`` is one of ``names``, or a compound of exactly the gold's ``members``."""
    if members:
        theirs = [reading.actor(member) for member in actor.members]
        return len(theirs) == len(members) and all(any(same_name(m, a) for a in theirs) for m in members)
    return any(same_name(name, actor) for name in names)
