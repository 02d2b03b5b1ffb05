"""What flows through Dragoman: frozen records, each tied to spans of the text."""

from dragoman.records.actor import Actor, ActorKind
from dragoman.records.analysis import (
    Analysis,
    Antecedent,
    NameLabel,
    NameSpan,
    Role,
    RoleLink,
    RoleSpan,
    Sentence,
    Word,
)
from dragoman.records.article import Article, Expansion, OffsetMap, Paragraph, ParagraphKind
from dragoman.records.reading import SCHEMA, Reading, Versions
from dragoman.records.span import Span, hull
from dragoman.records.statement import Attributed, Force, Form, Polarity, Statement, StatementDraft

__all__ = [
    "SCHEMA",
    "Actor",
    "ActorKind",
    "Analysis",
    "Antecedent",
    "Article",
    "Attributed",
    "Expansion",
    "Force",
    "Form",
    "NameLabel",
    "NameSpan",
    "OffsetMap",
    "Paragraph",
    "ParagraphKind",
    "Polarity",
    "Reading",
    "Role",
    "RoleLink",
    "RoleSpan",
    "Sentence",
    "Span",
    "Statement",
    "StatementDraft",
    "Versions",
    "Word",
    "hull",
]
