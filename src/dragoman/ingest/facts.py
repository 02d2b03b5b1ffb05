"""What is known of an article beside its text: where, by whom and when it was published."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date


@dataclass(frozen=True, slots=True)
class Facts:
    """Metadata of one article; None wherever nobody said it."""

    title: str | None = None
    publication: str | None = None
    author: str | None = None
    published: date | None = None
    url: str | None = None
    origin: str | None = None

    def or_else(self, other: Facts) -> Facts:
        """Return these facts with the gaps filled from ``other``."""
        return replace(
            self,
            title=self.title or other.title,
            publication=self.publication or other.publication,
            author=self.author or other.author,
            published=self.published or other.published,
            url=self.url or other.url,
            origin=self.origin or other.origin,
        )
