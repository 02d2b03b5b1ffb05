"""Claims to test with: made of what differs, all else alike."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from dragoman.records import Span
from dragoman.relations.acts import Report
from dragoman.relations.disputes.claims import Amount, Claim, Claimant, Deal, Deed, Party

DAY = date(2015, 3, 2)
BRIDGE = frozenset({"army", "destroy", "bridge"})


def told(
    number: int, by: str = "Kiev", *, after: int = 0, document: str | None = None, copy: str | None = None,
    state: str | None = None, **facts: object,
) -> Claim:  # fmt: skip
    """Return a claim of somebody, told some days after `DAY` in a document of its own unless one is named."""
    document = document or f"document {number}"
    report = Report(
        document, f"Outlet {document}", f"outlet {document}", copy or document, DAY + timedelta(after),
        by, span=Span(number * 10, number * 10 + 9),
    )  # fmt: skip
    made = Claim(f"{document}:s{number}", Claimant(by, by, state), report, f"words of {number}", True)
    return replace(made, **facts)  # type: ignore[arg-type]


def voice(number: int, **facts: object) -> Claim:
    """Return a claim that an article makes in its own voice."""
    one = told(number, f"outlet document {number}", **facts)  # type: ignore[arg-type]
    return replace(one, claimant=replace(one.claimant, voice=True))


def party(*states: str) -> Party:
    """Return those who act for some states."""
    return Party(frozenset(f"state:{state}" for state in states), frozenset(states), states)


def crowd(noun: str) -> Party:
    """Return people who are called by a noun alone."""
    return Party(frozenset({f"noun:{noun}"}), frozenset(), (noun,))


def shelled(actor: str, **facts: object) -> tuple[Deed, ...]:
    """Return the shelling of a village by a state's people."""
    made = Deed("ASSAULT", "shell", party(actor), crowd("villager"), "novoselo")
    return (replace(made, **facts),)  # type: ignore[arg-type]


def dead(low: float, high: float, noun: str = "soldier") -> dict[str, object]:
    """Return the facts of a claim that so many were killed."""
    amount = Amount("count", noun, low, high, f"{low:g} to {high:g} {noun}s")
    return {"amounts": (amount,), "words": frozenset({noun, "kill", "ambush"})}


def deal(status: str, instrument: str = "gas contract") -> dict[str, object]:
    """Return the facts of a claim on how far an agreement of two states has come."""
    return {"deal": Deal(party("XSA", "XEX"), instrument, status)}
