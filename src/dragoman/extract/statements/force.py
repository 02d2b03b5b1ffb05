"""What a statement does: asserts, opines, predicts, promises, asks, demands, denies; and its polarity."""

from __future__ import annotations

from dragoman.extract.statements.finding import Finding
from dragoman.extract.statements.lexicon import Lexicon, lexicon
from dragoman.extract.statements.phrases import children, is_negated
from dragoman.records import Analysis, Force, Form, Polarity, Span


def force_of(analysis: Analysis, finding: Finding) -> tuple[Force, Polarity]:
    """Return the force of a finding and whether its source stands behind the content."""
    table = lexicon()
    force, polarity = _of_cue(analysis, finding, table)
    if finding.polarity is not None:
        polarity = finding.polarity
    if force == "assertion":
        force = _of_content(analysis, finding, table)
    return force, polarity


def form_of(finding: Finding, quoted: list[Span], text: str) -> Form:
    """Return direct where all the content stands inside the quotations ``quoted``, mixed where some does.

    A bare "that" before the opening mark is the author's hinge and takes nothing from the quotation.
    """
    inside = outside = False
    for span in finding.content:
        position = span.start
        for quotation in quoted:
            if quotation.end <= position or quotation.start >= span.end:
                continue
            inside = True
            outside = outside or _has_letters(text, position, quotation.start)
            position = max(position, quotation.end)
        outside = outside or _has_letters(text, position, span.end)
    if not inside:
        return "indirect"
    return "mixed" if outside else "direct"


def _has_letters(text: str, start: int, end: int) -> bool:
    piece = text[start:end]
    return any(char.isalnum() for char in piece) and piece.strip(" ,:").lower() != "that"


def _of_cue(analysis: Analysis, finding: Finding, table: Lexicon) -> tuple[Force, Polarity]:
    """Read force and polarity off the words of the cue."""
    if finding.head is None:
        return "assertion", "affirms"
    words = [analysis.words[i] for span in finding.cue for i in analysis.words_in(span)]
    lemmas = [w.lemma.lower() for w in words]
    letter = _frame(analysis, finding)
    rejecting = bool(table.words["rejecting_verbs"].intersection(lemmas))
    negated = any(w.text.lower() in table.words["negations"] for w in words)
    negated = negated or is_negated(analysis, finding.head) or _by_nobody(analysis, finding, table)
    polarity: Polarity = "rejects" if rejecting else "affirms"
    if negated:
        flips = rejecting or bool(table.words["negatable"].intersection(lemmas)) or "doubt" in lemmas
        polarity = "affirms" if rejecting or "doubt" in lemmas else ("rejects" if flips else "affirms")
    force: Force | None = _phrasal(analysis, finding, lemmas)
    for word in reversed(words):
        if force is not None:
            break
        lemma = word.lemma.lower()
        use = table.force_of(word.lemma, word.text, letter) if word.upos in {"VERB", "AUX"} else None
        if use is not None:
            force = use.force
            if use.polarity == "rejects" and not negated:
                polarity = "rejects"
        elif word.upos in {"ADJ", "VERB"} and lemma in table.adjectives:
            force = table.adjectives[lemma]
        elif word.upos == "NOUN":
            force = table.opinion_nouns.get(lemma) or table.nouns.get(lemma)
    if rejecting and force in {None, "assertion"}:
        force = "denial"
    return force or "assertion", polarity


def _by_nobody(analysis: Analysis, finding: Finding, table: Lexicon) -> bool:
    """Say whether nearly nobody is the source: "few in the capital", "no official", "none of the three"."""
    first = analysis.words_in(finding.source)[:1] if finding.source is not None else ()
    return any(analysis.words[i].text.lower() in table.words["nobodies"] for i in first)


def _phrasal(analysis: Analysis, finding: Finding, lemmas: list[str]) -> Force | None:
    """Read "called on" and "called for"; "insisted that … be done" is a demand too."""
    if "call" in lemmas and finding.head is not None:
        head = next((i for i in analysis.words_in(finding.cue[0]) if analysis.words[i].lemma == "call"), None)
        after = (
            analysis.words[head + 1].text.lower()
            if head is not None and head + 1 < len(analysis.words)
            else ""
        )
        if after in {"on", "upon"}:
            return "request"
        if after == "for":
            return "demand"
    if "insist" in lemmas and _is_subjunctive(analysis, finding):
        return "demand"
    return None


def _is_subjunctive(analysis: Analysis, finding: Finding) -> bool:
    """Say whether the content's verb is a bare "be" or base form behind "that" ("that troops be sent")."""
    head = _content_head(analysis, finding)
    if head is None:
        return False
    helpers = [
        analysis.words[d]
        for d in analysis.dependents[head]
        if analysis.words[d].deprel.startswith(("aux", "cop"))
    ]
    return bool(helpers) and helpers[0].text.lower() == "be"


def _frame(analysis: Analysis, finding: Finding) -> str:
    """Return the letter of the frame the cue is used in, from how its content begins."""
    if not finding.content:
        return "o"
    words = analysis.words_in(finding.content[0])
    if not words:
        return "c"
    first = analysis.words[words.start]
    if first.text in {"“", '"', "‘", "«", "„", "``", "''"}:
        return "q"
    if first.text.lower() == "to" and first.upos == "PART":
        return "x"
    head = analysis.words[analysis.head_of(words.start, words.stop)]
    return "o" if head.upos in {"NOUN", "PROPN", "PRON"} and head.deprel in {"obj", "obl"} else "c"


def _content_head(analysis: Analysis, finding: Finding) -> int | None:
    words = analysis.words_in(finding.content[0]) if finding.content else range(0)
    return analysis.head_of(words.start, words.stop) if words else None


def _of_content(analysis: Analysis, finding: Finding, table: Lexicon) -> Force:
    """Tell a prediction, a condition or a demand from an assertion by the content's main clause."""
    head = _content_head(analysis, finding)
    if head is None:
        return "assertion"
    lengths = sum(len(analysis.words_in(span)) for span in finding.content)
    sentences = {analysis.words[i].sentence for span in finding.content for i in analysis.words_in(span)}
    if len(sentences) > 1 and lengths > 40:
        return "assertion"
    inside = set(analysis.words_in(finding.content[0]))
    helpers = [analysis.words[d] for d in children(analysis, head, "aux", "aux:pass") if d in inside]
    texts = {w.text.lower() for w in helpers}
    conditions = table.words["condition_marks"]
    for clause in children(analysis, head, "advcl"):
        marks = {analysis.words[m].text.lower() for m in children(analysis, clause, "mark", "advmod")}
        if marks & conditions and clause in inside:
            return "conditional"
    subject = next((analysis.words[d] for d in children(analysis, head, "nsubj")), None)
    if texts & table.words["future_auxiliaries"]:
        first_person = subject is not None and subject.text.lower() in {"i", "we"}
        return "intention" if first_person else "prediction"
    return "assertion"
