"""Versioned data and its loaders: countries, people and their offices, bodies, outlets, issues."""

from dragoman.knowledge.base import Knowledge
from dragoman.knowledge.records import Candidate, Entity, Issue, MatchedAs, Proposition, Tenure, Touched

__all__ = ["Candidate", "Entity", "Issue", "Knowledge", "MatchedAs", "Proposition", "Tenure", "Touched"]
