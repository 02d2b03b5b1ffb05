"""Versioned data and its loaders: countries, people and their offices, bodies, outlets, issues."""

from dragoman.knowledge.base import Knowledge
from dragoman.knowledge.records import Candidate, Entity, MatchedAs, Proposition, Tenure

__all__ = ["Candidate", "Entity", "Knowledge", "MatchedAs", "Proposition", "Tenure"]
