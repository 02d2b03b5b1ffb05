"""Grammars that are data: tables of words and patterns over tokens, for figures and times."""

from dragoman.extract.grammars.grammar import Grammar, Line, Match, longest
from dragoman.extract.grammars.numerals import Number
from dragoman.extract.grammars.syntax import SPEECH

__all__ = ["SPEECH", "Grammar", "Line", "Match", "Number", "longest"]
