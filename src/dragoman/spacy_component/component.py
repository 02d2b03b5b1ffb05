"""The component: a Doc's text is read as an article, and the Reading put on the Doc."""

# No `from __future__ import annotations` here: spaCy reads the types of `create` to check settings.

import importlib
import os
import warnings
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Literal

from spacy.language import Language
from spacy.tokens import Doc

from dragoman.errors import InputError
from dragoman.ingest import article_from_text
from dragoman.knowledge import Knowledge
from dragoman.language import Engine
from dragoman.pipeline import Reader
from dragoman.records import Reading, Span
from dragoman.show.jsonl import reading_from_dict, reading_to_dict
from dragoman.spacy_component.analysis import analysis_of

Parse = Literal["dragoman", "spacy"]
GROUPS = ("dragoman_sources", "dragoman_cues", "dragoman_contents")
"""The keys of ``Doc.spans``; each span's label is its statement's id, a source's kb_id its actor's ref."""

_PACKED = "__dragoman_reading__"


class Dragoman:
    """Reads a Doc's text as an article, exactly as it is.

    ``parse``: "dragoman" takes our own words and trees, "spacy" those that the pipeline has made.
    ``actors``, ``propositions``: tables of your own (KnowledgeError where a row is wrong).
    """

    def __init__(self, parse: Parse, actors: str | None, propositions: str | None) -> None:
        self.parse = parse
        self._settings = (parse, actors, propositions)
        self._knowledge = Knowledge.load(
            Path(actors) if actors else None, Path(propositions) if propositions else None
        )
        self._reader: Reader | None = None
        self._process = -1

    def __call__(self, doc: Doc) -> Doc:
        """Put the Reading and its spans on ``doc``.

        A text that is no English article gets no spans and None for a Reading, and a warning unless it is
        blank. ValueError where parse is "spacy" and the pipeline has no parser or tagger before this.
        """
        doc._.dragoman = None
        for group in GROUPS:
            doc.spans[group] = []
        if not doc.text.strip():
            return doc
        try:
            doc._.dragoman = reading = self._read(doc)
        except InputError as error:
            warnings.warn(f"dragoman: {error}", stacklevel=2)
            return doc
        _mark(doc, reading)
        return doc

    def _read(self, doc: Doc) -> Reading:
        article = article_from_text(doc.text, verbatim=True)
        published: date | None = doc._.dragoman_published
        if published is not None:
            article = replace(article, published=published)
        reader = self._loaded()
        analysis = reader.engine.analyze(article)
        if self.parse == "spacy":
            analysis = analysis_of(doc, article, analysis)
        return reader.interpret(article, analysis)

    def _loaded(self) -> Reader:
        """Load the engine once a process: its threads do not live on in a forked one."""
        if self._reader is None or self._process != os.getpid():
            self._reader, self._process = Reader(self._knowledge, Engine()), os.getpid()
        return self._reader

    def __reduce__(self) -> tuple[type["Dragoman"], tuple[Any, ...]]:
        """Go to another process as settings, not as a loaded engine."""
        return Dragoman, self._settings


def create(nlp: Language, name: str, parse: Parse, actors: str | None, propositions: str | None) -> Dragoman:
    """Make the component for ``nlp.add_pipe("dragoman", config={…})``; the settings are Dragoman's."""
    del nlp, name
    return Dragoman(parse, actors, propositions)


def _mark(doc: Doc, reading: Reading) -> None:
    """Fill the span groups; a span is drawn out to whole tokens where ours are smaller."""
    sources, cues, contents = GROUPS
    for statement in reading.statements:
        if statement.source:
            ref = reading.actor(statement.source.actor).ref or ""
            _add(doc, sources, statement.source.span, statement.id, ref)
        for span in statement.cue:
            _add(doc, cues, span, statement.id)
        for span in statement.content:
            _add(doc, contents, span, statement.id)


def _add(doc: Doc, group: str, span: Span, label: str, ref: str = "") -> None:
    found = doc.char_span(span.start, span.end, label=label, kb_id=ref, alignment_mode="expand")
    if found is not None:
        doc.spans[group].append(found)


def _pack(value: Any, chain: Callable[[Any], Any] | None = None) -> Any:
    """Write a Reading where a Doc is written to bytes."""
    if isinstance(value, Reading):
        return {_PACKED: reading_to_dict(value)}
    return value if chain is None else chain(value)


def _unpack(value: Any, chain: Callable[[Any], Any] | None = None) -> Any:
    """Read back what ``_pack`` wrote."""
    if isinstance(value, dict) and _PACKED in value:
        return reading_from_dict(value[_PACKED])
    return value if chain is None else chain(value)


for _name in ("dragoman", "dragoman_published"):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=None)
_srsly = importlib.import_module("srsly")  # spaCy's writer of bytes; by name: types are checked without it
_srsly.msgpack_encoders("dragoman", func=_pack)
_srsly.msgpack_decoders("dragoman", func=_unpack)
Language.factory(
    "dragoman",
    default_config={"parse": "dragoman", "actors": None, "propositions": None},
    assigns=["doc._.dragoman", "doc.spans"],
    func=create,
)
