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
# Words that tell of an act: how often a word stands in the project's own sentences of which every act is
# known (training/sentences/acts; those held out left out), and how often it tells there, and in those of
# which some acts are known, of each type. Made by `python -m training.act_words`.
# lemma	times	type:times ...
"""
_TELLING = frozenset({"NOUN", "VERB", "ADJ", "PROPN"})


def told() -> Iterator[tuple[str, list[tuple[Span, str]], bool]]:
    """Yield each of our sentences to learn from, its triggers with their types, and if these are all."""
    for _, row in acts.split(acts.rows(), held_out=False):
        text = row["text"]
        yield text, [(Span(*acts.place_of(text, one["trigger"])), one["type"]) for one in row["events"]], True
    for row in newswire.rows():
        text, pairs = row["text"], [pair for pair in row["pairs"] if pair.get("trigger")]
        yield text, sorted({(Span(*newswire.place_of(text, p["trigger"])), p["type"]) for p in pairs}), False


def counted(engine: Engine) -> tuple[dict[str, Counter[str]], Counter[str]]:
    """Return how often each lemma stands in a trigger of each type, and how often it stands anywhere."""
    telling: dict[str, Counter[str]] = {}
    standing = Counter[str]()
    for text, triggers, whole in told():
        article = Article(text=text, paragraphs=(Paragraph(Span(0, len(text)), "body"),))
        for word in engine.analyze(article).words if triggers or whole else ():
            kinds = {k for span, k in triggers if span.start <= word.start < span.end}
            if word.upos in _TELLING:
                standing[word.lemma.lower()] += whole or bool(kinds)
                for kind in sorted(kinds):
                    telling.setdefault(word.lemma.lower(), Counter())[kind] += 1
    return telling, standing


def main() -> None:
    """Write the table."""
    telling, standing = counted(Engine())
    rows = sorted(telling.items())
    lines = [
        "\t".join([lemma, str(standing[lemma]), " ".join(f"{k}:{n}" for k, n in kinds.most_common())])
        for lemma, kinds in rows
    ]
    OUT.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(rows)} words")


if __name__ == "__main__":
    main()
