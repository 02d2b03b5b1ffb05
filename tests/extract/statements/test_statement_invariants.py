"""What holds of the drafts whatever the text, the tree and the engine's fragments are."""

from __future__ import annotations

import re
import time

from hypothesis import given, settings
from hypothesis import strategies as st

from analysis_table import article_from_text
from dragoman.extract.statements import find_statements, needs_second_pass
from dragoman.records import Analysis, RoleLink, RoleSpan, Sentence, Word

WORDS = [
    "said",
    "Low",
    "envoy",
    "that",
    "claims",
    "to",
    "by",
    "according",
    "via",
    "“",
    "”",
    '"',
    "'",
    ",",
    ".",
    ":",
    "\n\n",
    "told",
    "Reuters",
    "if",
    "will",
    "not",
    "denied",
    "in",
    "view",
    "as",
    "reported",
]
TAGS = ["VERB", "NOUN", "PROPN", "PRON", "PUNCT", "ADP", "AUX", "PART", "SCONJ"]
RELATIONS = [
    "nsubj",
    "ccomp",
    "xcomp",
    "obj",
    "obl",
    "parataxis",
    "advcl",
    "conj",
    "mark",
    "case",
    "punct",
    "acl",
    "nmod:poss",
    "nsubj:pass",
    "aux",
    "appos",
    "acl:relcl",
]


@st.composite
def analyses(draw: st.DrawFn) -> tuple[str, Analysis]:
    """Return a text of common cue words with any tree, any fragments and any links over it."""
    text = " ".join(draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=40)))
    tokens = [(m.start(), m.end()) for m in re.finditer(r"\w+|[^\w\s]", text)]
    cut = draw(st.integers(0, len(tokens)))
    words: list[Word] = []
    for index, (start, end) in enumerate(tokens):
        base = 0 if index < cut else cut
        head = draw(st.integers(base - 1, index - 1)) if index > base else -1
        words.append(
            Word(
                index,
                start,
                end,
                text[start:end],
                text[start:end].lower(),
                draw(st.sampled_from(TAGS)),
                head if head >= base else -1,
                draw(st.sampled_from(RELATIONS)),
                int(index >= cut > 0),
            )
        )
    bounds = [(0, cut), (cut, len(tokens))] if 0 < cut < len(tokens) else [(0, len(tokens))]
    sentences = tuple(Sentence(a, b, text[: tokens[a][0]].count("\n\n")) for a, b in bounds if a < b)
    words = [w if len(sentences) > 1 else Word(*(getattr(w, f) for f in FIELDS[:-1]), 0) for w in words]
    edges = sorted(draw(st.sets(st.integers(0, len(tokens)), max_size=10)))
    roles = tuple(
        RoleSpan(draw(st.sampled_from(["source", "cue", "content"])), a, b, 0.8)
        for a, b in zip(edges[::2], edges[1::2], strict=False)
    )
    return text, Analysis(tuple(words), sentences, (), roles, *_links(draw, roles))


FIELDS = ("index", "start", "end", "text", "lemma", "upos", "head", "deprel", "sentence")


def _links(draw: st.DrawFn, roles: tuple[RoleSpan, ...]) -> tuple[tuple[RoleLink, ...], tuple[RoleLink, ...]]:
    found: dict[str, list[RoleLink]] = {"cue": [], "content": []}
    for number, role in enumerate(roles):
        if role.role in found:
            target = draw(st.sampled_from([None, *range(len(roles))]))
            found[role.role].append(RoleLink(number, target, draw(st.sampled_from([0.1, 0.9]))))
    return tuple(found["cue"]), tuple(found["content"])


@given(analyses())
@settings(max_examples=300, deadline=None)
def test_drafts_are_well_formed(case: tuple[str, Analysis]) -> None:
    """Spans lie inside the text and hold something; order, parents and confidences are as promised."""
    text, analysis = case
    drafts = find_statements(article_from_text(text), analysis)
    firsts = []
    for number, draft in enumerate(drafts):
        spans = [*draft.cue, *draft.content, *draft.via] + ([draft.source] if draft.source else [])
        assert draft.content
        assert all(0 <= s.start < s.end <= len(text) and s.of(text).strip() for s in spans)
        assert 0 <= draft.confidence <= 1
        assert draft.parent is None or (0 <= draft.parent < len(drafts) and draft.parent != number)
        parts = [*draft.cue, *draft.content] + ([draft.source] if draft.source else [])
        firsts.append(min(span.start for span in parts))
        needs_second_pass(analysis, draft)
    assert firsts == sorted(firsts)
    assert find_statements(article_from_text(text), analysis) == drafts


def test_ten_thousand_quotations_take_a_moment() -> None:
    """A long text of unmatched marks and of matched ones is read in linear time."""
    for piece in ("“a said Low ", "“We go,” said Low. "):
        text = piece * 5_000
        tokens = [(m.start(), m.end()) for m in re.finditer(r"\w+|[^\w\s]", text)]
        size = 4 if "go" not in piece else 8
        words = tuple(
            Word(
                i,
                a,
                b,
                text[a:b],
                text[a:b].lower(),
                "VERB" if text[a:b] == "said" else "PROPN",
                -1,
                "dep",
                i // size,
            )
            for i, (a, b) in enumerate(tokens)
        )
        sentences = tuple(Sentence(i, min(i + size, len(words)), 0) for i in range(0, len(words), size))
        start = time.perf_counter()
        find_statements(article_from_text(text), Analysis(words, sentences))
        assert time.perf_counter() - start < 8
