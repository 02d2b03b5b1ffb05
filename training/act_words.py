"""Our own sentences → ``act_words.tsv`` of the event rules: which words tell of which types of act.

``python -m training.act_words``

An act that only the engine sees counts where one of its trigger's words is known to tell of its type.
Lemmas are the packaged engine's own, so make the table anew after a new model. Held-out ones add nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from dragoman.language import Engine
from dragoman.records import Article, Paragraph, Span
from training import acts, newswire

OUT = Path(__file__).parents[1] / "src" / "dragoman" / "extract" / "events" / "data" / "act_words.tsv"
HEAD = """\
# Words that tell of an act, with the types that they tell of and how often they do in the project's own
# sentences (training/sentences; those held out left out). Made by `python -m training.act_words`.
# lemma	type:times ...
"""
_TELLING = frozenset({"NOUN", "VERB", "ADJ", "PROPN"})


def told() -> Iterator[tuple[str, list[tuple[Span, str]]]]:
    """Yield each of our sentences that is learned from, with its triggers and their types."""
    for _, row in acts.split(acts.rows(), held_out=False):
        text = row["text"]
        yield text, [(Span(*acts.place_of(text, one["trigger"])), one["type"]) for one in row["events"]]
    for row in newswire.rows():
        text, pairs = row["text"], [pair for pair in row["pairs"] if pair.get("trigger")]
        yield text, sorted({(Span(*newswire.place_of(text, p["trigger"])), p["type"]) for p in pairs})


def counted(engine: Engine) -> dict[str, Counter[str]]:
    """Return how often each lemma stands in a trigger of each type."""
    found: dict[str, Counter[str]] = {}
    for text, triggers in told():
        whole = Article(text=text, paragraphs=(Paragraph(Span(0, len(text)), "body"),))
        words = engine.analyze(whole).words if triggers else ()
        for span, kind in triggers:
            for word in words:
                if word.upos in _TELLING and span.start <= word.start < span.end:
                    found.setdefault(word.lemma.lower(), Counter())[kind] += 1
    return found


def main() -> None:
    """Write the table."""
    rows = sorted(counted(Engine()).items())
    lines = [
        "\t".join([lemma, " ".join(f"{k}:{n}" for k, n in kinds.most_common())]) for lemma, kinds in rows
    ]
    OUT.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(rows)} words")


if __name__ == "__main__":
    main()
