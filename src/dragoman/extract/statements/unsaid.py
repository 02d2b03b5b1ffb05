"""What only looks like a statement: a label, the author's own "it is worth noting", "is certain to rise"."""

from __future__ import annotations

from dragoman.extract.statements.finding import Finding
from dragoman.extract.statements.lexicon import lexicon
from dragoman.records import Article

_REACH = 25


def is_unsaid(article: Article, finding: Finding) -> bool:
    """Say whether nobody says the content: it only tells who a source is, is labelled, or is the author's."""
    return any(
        seems_so(article, finding)
        for seems_so in (_asks_for_silence, _is_labelled, _is_noted, _is_likelihood, _is_appearance, _is_name)
    )


def _asks_for_silence(article: Article, finding: Finding) -> bool:
    """Say whether the content is only that a source would not be named: that says who he is, nothing else."""
    content = " ".join(span.of(article.text) for span in finding.content).lower()
    return content.strip(' ,.;”"’') in lexicon().words["unnamed_contents"]


def _is_labelled(article: Article, finding: Finding) -> bool:
    """Say whether the source is the kind of text that follows: "ANALYSIS: why the juntas are talking"."""
    if finding.source is None or not finding.cue or finding.cue[0].of(article.text).strip() != ":":
        return False
    return finding.source.of(article.text).strip().lower() in lexicon().words["rubrics"]


def _is_noted(article: Article, finding: Finding) -> bool:
    """Say whether the author himself draws attention: "It is worth mentioning that …", from nobody else."""
    if finding.source is not None or not finding.cue or finding.content[0].start < finding.cue[0].end:
        return False
    cue = finding.cue[0]
    before = article.text[max(0, cue.start - _REACH) : cue.end].lower()
    said = " ".join(before.split())
    return any(said.endswith(f"{be} {phrase}") for be in ("is", "be") for phrase in _noting())


def _is_likelihood(article: Article, finding: Finding) -> bool:
    """Say whether the cue weighs what will happen, for the author: "the dam is certain to be built"."""
    after = [c for c in finding.content if finding.cue and c.start >= finding.cue[0].end]
    if not after or not after[0].of(article.text).lower().startswith("to "):
        return False
    return _last_word(article, finding) in lexicon().words["likelihood_adjectives"]


def _is_appearance(article: Article, finding: Finding) -> bool:
    """Say whether something only appears so, and to nobody but the author: "the dam seems finished"."""
    if finding.source is not None or not finding.cue:
        return False
    return _last_word(article, finding) in lexicon().words["appearing_verbs"]


def _is_name(article: Article, finding: Finding) -> bool:
    """Say whether the cue only gives a thing its name: "what is known as the Dry Creek movement"."""
    said = " ".join(finding.cue[0].of(article.text).lower().split()) if finding.cue else ""
    return finding.source is None and said.endswith(" known as")


def _last_word(article: Article, finding: Finding) -> str:
    return (finding.cue[0].of(article.text).lower().split() or [""])[-1]


def _noting() -> frozenset[str]:
    return lexicon().words["noting_phrases"]
