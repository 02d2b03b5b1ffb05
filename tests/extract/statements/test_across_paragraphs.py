"""What a cue may bring in from the paragraph behind its own, by the packaged model."""

from __future__ import annotations

from dragoman import Reader
from dragoman.ingest import article_from_text

ASIDE = (
    "Prisoners remain the sorest point. The group accused soldiers of beating captives.\n\n"
    "Ana Solar thinks the troops will stay. An ambassador put the chance of fighting before 2025 at "
    "“better than even”.\n"
)


def test_no_cue_reaches_over_a_paragraph_for_unquoted_words() -> None:
    """Words of another paragraph that no quotation mark leads belong to nobody of the one before."""
    reading = Reader().read(article_from_text(ASIDE, verbatim=True))
    paragraphs = [p.span for p in reading.article.paragraphs]
    for statement in reading.statements:
        if statement.cue:
            homes = {n for n, p in enumerate(paragraphs) for span in statement.cue if p.contains(span)}
            for span in statement.content:
                assert {n for n, p in enumerate(paragraphs) if p.contains(span)} <= homes
