"""The language engine: an article's words, trees, names, statement spans and antecedents."""

from dragoman.language.engine import Engine

__all__ = ["Engine"]
