"""Dragoman as a spaCy component (``pip install 'dragoman[spacy]'``): readings on a Doc.

>>> import spacy  # doctest: +SKIP
>>> nlp = spacy.blank("en")  # doctest: +SKIP
>>> nlp.add_pipe("dragoman")  # doctest: +SKIP
>>> nlp("The port will close, the mayor said.")._.dragoman.statements  # doctest: +SKIP
"""

from __future__ import annotations

from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from dragoman.errors import InputError
from dragoman.ingest import article_from_text
from dragoman.pipeline import Reader
from dragoman.records import Article, Reading, Span
from dragoman.spacy_component.parse import analysis_from_doc

__all__ = ["Dragoman", "create"]


class Dragoman:
    """Puts the reading of a Doc's text on ``Doc._.dragoman``, and its spans into ``Doc.spans``.

    ``parse`` is "dragoman" (our trees) or "spacy" (the pipeline's own, where it has any). The span groups
    are ``dragoman_sources``, ``dragoman_cues`` and ``dragoman_contents``, each labelled with the
    statement's id. A text that Dragoman refuses (empty, another language) gets None and no spans.
    """

    def __init__(self, parse: str = "dragoman", reader: Reader | None = None) -> None:
        if parse not in ("dragoman", "spacy"):
            raise ValueError(f"parse is 'dragoman' or 'spacy', not {parse!r}")
        self.parse = parse
        self.reader = reader or Reader()

    def __call__(self, doc: Doc) -> Doc:
        """Read one Doc."""
        reading = self._read(doc)
        doc._.dragoman = reading
        groups: dict[str, list[Any]] = {"sources": [], "cues": [], "contents": []}
        for statement in reading.statements if reading else ():
            if statement.source:
                groups["sources"].append(_span(doc, statement.source.span, statement.id))
            groups["cues"] += [_span(doc, span, statement.id) for span in statement.cue]
            groups["contents"] += [_span(doc, span, statement.id) for span in statement.content]
        for name, spans in groups.items():
            doc.spans[f"dragoman_{name}"] = [span for span in spans if span is not None]
        return doc

    def _read(self, doc: Doc) -> Reading | None:
        try:
            article = article_from_text(doc.text, verbatim=True)
        except InputError:
            return None
        if self.parse == "spacy" and doc.has_annotation("DEP"):
            return self._with_parse(doc, article)
        return self.reader.read(article)

    def _with_parse(self, doc: Doc, article: Article) -> Reading:
        analysis = analysis_from_doc(doc, self.reader.engine.analyze(article))
        return self.reader.interpret(article, analysis)


def _span(doc: Doc, span: Span, label: str) -> Any:
    return doc.char_span(span.start, span.end, label=label, alignment_mode="expand")


def create(nlp: Language, name: str, parse: str) -> Dragoman:
    """Return the component for ``nlp.add_pipe("dragoman", config={"parse": …})``."""
    if not Doc.has_extension("dragoman"):
        Doc.set_extension("dragoman", default=None)
    return Dragoman(parse)


Language.factory("dragoman", default_config={"parse": "dragoman"}, func=create)
