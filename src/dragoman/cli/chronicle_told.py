"""The story of two states in the terminal: their deeds by year, on whose word, and what is said of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

import click

from dragoman.show.deed_words import deed_words
from dragoman.show.plain import isolated, one_line, shortened

if TYPE_CHECKING:
    from dragoman.chronicle import Chronicle, Deed, Teller, Turn, Year
    from dragoman.store.answers import StatementLine

DEEDS = 40
"""So many deeds are listed, the latest; --json has more."""
VOICES = 12
"""So many statements are listed for each of the two, and for all others."""
_SIGNS = {1: ("+", "green"), 0: (" ", None), -1: ("-", "red")}


def story(
    found: Chronicle, names: tuple[str, str], pair: tuple[str, str], called: Callable[[str], str] = str
) -> Iterator[str]:
    """Yield the lines of a pair's story for the eye; ``called`` names other states by their codes."""
    if found.deeds:
        yield ""
        yield click.style("What they did, and who tells of it", bold=True)
        yield from _turns(found)
        known = dict(zip(pair, names, strict=True))
        yield from _deeds(found, lambda code: known.get(code) or called(code))
    if found.voices:
        yield ""
        yield click.style("What is said of the two", bold=True)
        yield from _voices(found.voices, names, pair)


def _turns(found: Chronicle) -> Iterator[str]:
    for axis in ("engagement", "enmity"):
        rises = [turn for turn in found.turns if turn.axis == axis]
        if rises:
            weeks = "weeks" if len(rises) > 1 else "week"
            yield f"  {axis} rose most in the {weeks} of {_listed([_turn(turn) for turn in rises])}"


def _turn(turn: Turn) -> str:
    return f"{turn.week} ({turn.rise:+.2f})"


def _deeds(found: Chronicle, named: Callable[[str], str]) -> Iterator[str]:
    shown = found.deeds[-DEEDS:]
    earlier = found.left_out + len(found.deeds) - len(shown)
    if earlier:
        yield click.style(f"  {earlier:,} earlier deeds are left out", dim=True)
    years = {year.year: year for year in found.years}
    last = None
    for deed in shown:
        if deed.day.year != last:
            last = deed.day.year
            yield f"  {click.style(str(last), bold=True)}  {click.style(_year(years[last]), dim=True)}"
        yield from _deed(deed, named)


def _year(year: Year) -> str:
    counts = {
        "of cooperation": year.cooperative,
        "hostile": year.hostile,
        "neither": year.neutral,
        "that did not happen, or not yet": year.open,
    }
    told = [f"{count} {name}" for name, count in counts.items() if count]
    axes = ""
    if year.engagement is not None:
        axes = f"; engagement {year.engagement:+.2f}, enmity {year.enmity:+.2f} in the year's mean"
    return f"{_listed(told)}{axes}"


def _deed(deed: Deed, named: Callable[[str], str]) -> Iterator[str]:
    mark, colour = _SIGNS[deed.sign] if deed.happened else ("?", "yellow")
    sides = [", ".join(map(named, side)) for side in (deed.actors, deed.recipients)]
    who = " → ".join(side for side in sides if side)
    standing = "" if deed.happened else f" ({deed.status})"
    on = f"  on {', '.join(one_line(issue) for issue in deed.issues)}" if deed.issues else ""
    what = f"{deed_words(deed.type, deed.mode)}{standing}"
    line = f"    {click.style(mark, fg=colour)} {deed.day}  {what}: {who}{on}"
    yield f"{line}  {click.style(deed.id, dim=True)}"
    if deed.text:
        yield f"        {isolated(shortened(one_line(deed.text), 100))}"
    yield click.style(f"        {_tellers(deed.tellers)}", dim=True)


def _tellers(tellers: Sequence[Teller]) -> str:
    """Name outlets, each once, with on whose word they tell it: prints of one text are one teller."""
    texts: dict[str, list[Teller]] = {}
    for teller in tellers:
        texts.setdefault(teller.copy, []).append(teller)
    told = []
    for prints in texts.values():
        outlets = list(dict.fromkeys(one_line(one.publication or one.document[:12]) for one in prints))
        word = f", on the word of {one_line(prints[0].speaker)}" if prints[0].speaker else ""
        word += "".join(f", via {one_line(name)}" for name in prints[0].via)
        told.append(" = ".join(outlets) + word)
    return "told by " + "; ".join(told)


def _voices(voices: Sequence[StatementLine], names: tuple[str, str], pair: tuple[str, str]) -> Iterator[str]:
    """Yield the statements by those who speak for either, and by all others, in the order of their days."""
    groups = [
        (f"for {name}", [v for v in voices if v.source_state == code])
        for name, code in zip(names, pair, strict=True)
    ]
    groups.append(("by others", [v for v in voices if v.source_state not in pair]))
    for name, said in groups:
        if said:
            yield f"  {name}"
        for one in said[-VOICES:]:
            source = one_line(one.source or "nobody named")
            via = f", via {', '.join(one_line(name) for name in one.via)}" if one.via else ""
            outlet = f"{one_line(one.publication or 'no outlet')} {one.published or 'undated'}"
            cue = f" [{one_line(one.cue)}]" if one.cue else ""
            yield f"    {source}{via}{cue}: {isolated(shortened(one_line(one.text), 100))}"
            yield click.style(f"        {one.force}; {outlet}  {one.id}", dim=True)


def _listed(parts: Sequence[str]) -> str:
    """Join parts as in a sentence."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)
