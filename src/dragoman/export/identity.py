"""Stable identifiers: of documents, of findings, and of actors across documents."""

from __future__ import annotations

from dragoman.knowledge.states import state_codes
from dragoman.records import Actor

SHOWN = 12
"""So many hexadecimal digits of a text's SHA-256 are its document's id."""


def document_id(sha256: str) -> str:
    """Return the id of a document from the SHA-256 of its text."""
    return sha256[:SHOWN]


def finding_id(document: str, local: str) -> str:
    """Return the id of a finding everywhere: its document's, and its own inside the reading.

    >>> finding_id("3f2a9c51e0ab", "s4")
    '3f2a9c51e0ab:s4'
    """
    return f"{document}:{local}"


def numbered(document: str, letter: str, number: int) -> str:
    """Return the id of a finding that has none in the reading: a membership, position or forecast.

    ``number`` is its place in the reading's list, from 1.
    """
    return finding_id(document, f"{letter}{number}")


def actor_key(document: str, actor: Actor) -> str:
    """Return what is the same for one actor in all documents where it is known, else the actor's own id.

    That is its reference (``wikidata:Q7747``); for a state without one, the Wikidata item or the code of the
    state; for a government its state's code. Nobody else is taken for the same: names alone don't tell, and
    an anonymous source is nobody but itself.
    """
    if actor.anonymous:
        return finding_id(document, actor.id)
    if actor.ref is not None:
        return actor.ref
    if actor.state is not None and actor.kind == "state":
        codes = state_codes(actor.state)
        return f"wikidata:{codes.wikidata}" if codes and codes.wikidata else f"state:{actor.state}"
    if actor.state is not None and actor.kind == "government":
        return f"government:{actor.state}"
    return finding_id(document, actor.id)
