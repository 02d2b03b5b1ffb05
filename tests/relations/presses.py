"""Acts for tests, and Hypothesis strategies that draw them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from dragoman.records import Span
from dragoman.relations import Act, Report

START = date(2015, 1, 5)
"""A Monday."""
STATES = ("AAA", "BBB", "CCC", "DDD", "EEE")
COOPERATIVE = ("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT")
HOSTILE = ("ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT")


def report(document: str, family: str = "Gazette", **facts: Any) -> Report:
    """Return a report by a family, of its own text and root unless told otherwise."""
    given = {"copy": document, "root": family, "day": START, "publication": family, "span": Span(0, 4)}
    return Report(document=document, family=family, **{**given, **facts})


def act(
    number: int, type: str, day: int = 0, actors: tuple[str, ...] = ("AAA",),
    recipients: tuple[str, ...] = ("BBB",), **facts: Any,
) -> Act:  # fmt: skip
    """Return an act ``day`` days after the start, done, told by one report unless told otherwise."""
    given: dict[str, Any] = {"mode": None, "status": "done", "reports": (report(f"d{number}"),)}
    return Act(
        id=f"e{number}", day=START + timedelta(days=day), type=type, actors=actors,  # type: ignore[arg-type]
        recipients=recipients, **{**given, **facts},
    )  # fmt: skip


def steady(weeks: int = 60) -> list[Act]:
    """Return a quiet world: every pair consults in turn and quarrels now and then."""
    acts, number = [], 10_000
    for week in range(weeks):
        for i, first in enumerate(STATES):
            for j, second in enumerate(STATES[i + 1 :]):
                number += 1
                type = "ACCUSE" if (week + i + j) % 4 == 0 else "CONSULT"
                family = ("Gazette", "Herald", "Wire")[(week + i) % 3]
                acts.append(
                    act(
                        number,
                        type,
                        7 * week + j,
                        (first,),
                        (second,),
                        reports=(report(f"d{number}", family),),
                    )
                )
    return acts


@st.composite
def drawn_acts(draw: st.DrawFn, least: int = 1, most: int = 12) -> list[Act]:
    """Draw acts between five states over a year and a half, by three families, with issues and chains."""
    acts = []
    for number in range(draw(st.integers(least, most))):
        first, second = draw(st.permutations(STATES))[:2]
        reports = tuple(
            report(
                f"n{number}d{i}", draw(st.sampled_from(("Gazette", "Herald", "Wire"))),
                depth=draw(st.integers(1, 3)), probability=draw(st.sampled_from((0.5, 0.8, 1.0))),
                root=draw(st.sampled_from(("ministry", f"own {i}"))),
            )
            for i in range(draw(st.integers(1, 3)))
        )  # fmt: skip
        issues = draw(st.sampled_from(((), (("gas", 1.0),), (("gas", 0.5), ("Syria", 0.25)))))
        acts.append(
            act(
                number, draw(st.sampled_from(COOPERATIVE + HOSTILE)), draw(st.integers(0, 560)),
                (first,), (second,), reports=reports, issues=issues,
            )
        )  # fmt: skip
    return acts


def turned(one: Act) -> Act:
    """Return the act with actors and recipients changed."""
    return replace(one, actors=one.recipients, recipients=one.actors)
