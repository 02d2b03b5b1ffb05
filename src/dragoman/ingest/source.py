"""One article to come: what it is called, and how it is read once somebody asks for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dragoman.errors import InputError
from dragoman.records import Article


@dataclass(frozen=True, slots=True)
class Source:
    """One article to come: ``origin`` names it in messages ("press.jsonl:17")."""

    origin: str
    _load: Callable[[], Article]

    def article(self) -> Article:
        """Read the article; InputError, its message led by ``origin``, where that fails."""
        try:
            return self._load()
        except InputError as error:
            message = str(error)
            if message.startswith(self.origin):
                raise
            raise type(error)(f"{self.origin}: {message}") from None
        except OSError as error:
            raise InputError(f"{self.origin}: {error.strerror or type(error).__name__}") from None


def failing(origin: str, reason: str | InputError) -> Source:
    """Return a source that only says why it cannot be read."""

    def fail() -> Article:
        raise reason if isinstance(reason, InputError) else InputError(f"{origin}: {reason}")

    return Source(origin, fail)
