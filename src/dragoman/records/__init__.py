"""What flows through Dragoman: frozen records, each tied to spans of the text."""

from dragoman.records.actor import Actor, ActorKind
from dragoman.records.agreement import (
    Agreement,
    AgreementDraft,
    AgreementStatus,
    InstrumentKind,
    MemberRole,
    Membership,
    MembershipDraft,
)
from dragoman.records.analysis import (
    ActSpan,
    Analysis,
    Antecedent,
    FindingKind,
    FindingSpan,
    NameLabel,
    NameSpan,
    PhraseSpan,
    Role,
    RoleLink,
    RoleSpan,
    Sentence,
    Word,
)
from dragoman.records.article import UNREAD, Article, Expansion, OffsetMap, Paragraph, ParagraphKind
from dragoman.records.event import Event, EventDraft, EventType, Place, Status
from dragoman.records.imported import ImportedAct, ImportedFile
from dragoman.records.position import Firmness, Forecast, Position, PositionDraft, Stance
from dragoman.records.quantity import DateMention, Quantity, QuantityKind
from dragoman.records.reading import SCHEMA, Reading, Versions
from dragoman.records.span import Span, hull
from dragoman.records.statement import Attributed, Force, Form, Polarity, Statement, StatementDraft

__all__ = [
    "SCHEMA",
    "UNREAD",
    "ActSpan",
    "Actor",
    "ActorKind",
    "Agreement",
    "AgreementDraft",
    "AgreementStatus",
    "Analysis",
    "Antecedent",
    "Article",
    "Attributed",
    "DateMention",
    "Event",
    "EventDraft",
    "EventType",
    "Expansion",
    "FindingKind",
    "FindingSpan",
    "Firmness",
    "Force",
    "Forecast",
    "Form",
    "ImportedAct",
    "ImportedFile",
    "InstrumentKind",
    "MemberRole",
    "Membership",
    "MembershipDraft",
    "NameLabel",
    "NameSpan",
    "OffsetMap",
    "Paragraph",
    "ParagraphKind",
    "PhraseSpan",
    "Place",
    "Polarity",
    "Position",
    "PositionDraft",
    "Quantity",
    "QuantityKind",
    "Reading",
    "Role",
    "RoleLink",
    "RoleSpan",
    "Sentence",
    "Span",
    "Stance",
    "Statement",
    "StatementDraft",
    "Status",
    "Versions",
    "Word",
    "hull",
]
