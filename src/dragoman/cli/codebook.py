"""``dragoman codebook``: what the event codes mean, and the rulings behind them."""

from __future__ import annotations

import json
from dataclasses import asdict

import click

from dragoman.knowledge.codebook import Codebook
from dragoman.knowledge.codebook import codebook as load


@click.command()
@click.argument("code", required=False)
@click.option("--rulings", is_flag=True, help="Show where PLOVER's sources disagree and what we do.")
@click.option("--json", "as_json", is_flag=True, help="Print all of it as JSON.")
def codebook(code: str | None, rulings: bool, as_json: bool) -> None:
    """Look up the PLOVER codes that events carry: types, modes, scores, contexts.

    \b
    Examples:
      dragoman codebook
      dragoman codebook SANCTION
      dragoman codebook --rulings
      dragoman codebook --json > plover.json
    """
    book = load()
    if as_json:
        click.echo(json.dumps(asdict(book), ensure_ascii=False, indent=1))
    elif rulings:
        click.echo("\n\n".join(_ruling(r.id, r.question, r.ruling, r.reason) for r in book.rulings))
    elif code is None:
        click.echo(_overview(book))
    else:
        click.echo(_entry(book, code.upper()))


def _overview(book: Codebook) -> str:
    lines = [f"{book.version}: types, with quad and score", ""]
    for entry in book.types:
        lines.append(f"{entry.type:10} {entry.score:>5g}  {entry.quad:20}  {entry.definition}")
    names = ", ".join(name for name, _ in book.contexts)
    lines += ["", click.wrap_text(f"contexts: {names}", 100), "", "dragoman codebook TYPE shows its modes."]
    return "\n".join(lines)


def _entry(book: Codebook, code: str) -> str:
    if code not in {entry.type for entry in book.types}:
        known = ", ".join(entry.type for entry in book.types)
        raise click.BadParameter(f"no type {code}; the types are {known}", param_hint="CODE")
    entry = book.type(code)
    needs = "a recipient is required" if entry.needs_recipient else "a recipient is optional"
    lines = [f"{entry.type}: {entry.definition}", f"{entry.quad}, score {entry.score:g}, {needs}"]
    modes = [mode for mode in book.modes if mode.type == code]
    for mode in modes:
        score = "" if mode.score is None else f"{mode.score:g}"
        lines.append(f"  {mode.mode:16} {score:>5}  {mode.definition}")
    return "\n".join(lines if modes else [*lines, "no modes"])


def _ruling(name: str, question: str, ruling: str, reason: str) -> str:
    texts = ((" ", question), ("→ ", ruling), ("because: ", reason))
    wrapped = [click.wrap_text(f"{mark}{text}", 100, "  ", "  ") for mark, text in texts]
    return "\n".join([name, *wrapped])
