"""Our own sentences → ``act_words.tsv`` of the event rules: which words tell of which types of act.

``python -m training.act_words [--data ../shared/data]``

An act that only the engine sees counts where one of its trigger's words is known to tell of its type. Where
the annotated newswire and articles are there, their words are counted too: in these one sees best how often
a word tells of an act in earnest. Held-out ones add nothing. Lemmas are the packaged engine's own, so make
the table anew after a new model.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from dragoman.language import Engine
from dragoman.records import Article, Paragraph, Span
from training import acts, annotated, findings, newswire
from training.polnear import paragraphs_of

OUT = Path(__file__).parents[1] / "src" / "dragoman" / "extract" / "events" / "data" / "act_words.tsv"
HEAD = """\
# Words that tell of an act: how often a word stands in the project's own sentences and articles of which
# every act is known, and in annotated newswire and articles of others (training/sentences/acts,
# training/annotations; those held out left out), and how often it tells there, and in sentences of which
# some acts are known, of each type. Made by `python -m training.act_words`.
# lemma	times	type:times ...
"""
_TELLING = frozenset({"NOUN", "VERB", "ADJ", "PROPN"})


def told(data: Path) -> Iterator[tuple[str, list[tuple[Span, str]], bool]]:
    """Yield each text to learn from, its triggers with their types, and whether these are all."""
    for _, row in acts.split(acts.rows(), held_out=False):
        text = row["text"]
        yield text, [(Span(*acts.place_of(text, one["trigger"])), one["type"]) for one in row["events"]], True
    for row in newswire.rows():
        text, pairs = row["text"], [pair for pair in row["pairs"] if pair.get("trigger")]
        yield text, sorted({(Span(*newswire.place_of(text, p["trigger"])), p["type"]) for p in pairs}), False
    for text, triggers in findings.bodies(held_out=False):
        yield text, triggers, True
    if data.is_dir():
        for one in (*annotated.sentences(data, held_out=False), *annotated.articles(data, held_out=False)):
            yield one.text, [(Span(*act.trigger), act.type) for act in one.acts], True
    else:
        print(f"annotated newswire and articles are left out: no folder {data}")


def counted(engine: Engine, data: Path) -> tuple[dict[str, Counter[str]], Counter[str]]:
    """Return how often each lemma stands in a trigger of each type, and how often it stands anywhere."""
    telling: dict[str, Counter[str]] = {}
    standing = Counter[str]()
    for text, triggers, whole in told(data):
        blocks = tuple(Paragraph(Span(*block), "body") for block in paragraphs_of(text))
        article = Article(text=text, paragraphs=blocks)
        for word in engine.analyze(article).words if triggers or whole else ():
            kinds = {k for span, k in triggers if span.start <= word.start < span.end}
            if word.upos in _TELLING:
                standing[word.lemma.lower()] += whole or bool(kinds)
                for kind in sorted(kinds):
                    telling.setdefault(word.lemma.lower(), Counter())[kind] += 1
    return telling, standing


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    telling, standing = counted(Engine(), parser.parse_args().data)
    rows = sorted(telling.items())
    lines = [
        "\t".join([lemma, str(standing[lemma]), " ".join(f"{k}:{n}" for k, n in kinds.most_common())])
        for lemma, kinds in rows
    ]
    OUT.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(rows)} words")


if __name__ == "__main__":
    main()
