"""Corrections and what follows from them over all articles: glue between the store and its layers."""

from __future__ import annotations

from dragoman.curating import Curator, user_name
from dragoman.layering import Layers
from dragoman.layering.layers import waiting
from dragoman.ledgers.kept import Kept
from dragoman.ledgers.kept.bringing import waiting as waiting_claims
from dragoman.store import Store
from dragoman.store.amending import Amendment, CorrectionLine

FEW = 100
"""Where more documents than these wait to be brought into the layers, that is left to ``dragoman add``."""


class Corrector:
    """Enters and undoes corrections of findings; ``by`` is who corrects, by default the user's name."""

    def __init__(self, store: Store, by: str | None = None) -> None:
        """Take an open store."""
        self._store = store
        self._by = by or user_name()

    def correct(self, asked: Amendment) -> CorrectionLine:
        """Enter a correction; see ``Store.correct``."""
        line = self._store.correct(asked, self._by)
        self._follow()
        return line

    def undo(self, number: int, because: str | None = None) -> CorrectionLine:
        """Undo a correction; see ``Store.undo_correction``."""
        line = self._store.undo_correction(number, self._by, because)
        self._follow()
        return line

    def _follow(self) -> None:
        """Bring the document's events, claims and names to what they mean over all articles."""
        with self._store.reading() as connection:
            few = max(waiting(connection), waiting_claims(connection)) <= FEW
        if few:
            Layers(self._store).bring_in()
            Kept(self._store).bring_in()
            Curator(self._store).settle()
