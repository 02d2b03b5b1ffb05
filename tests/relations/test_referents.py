"""Who a deed is done by and to, where a common noun alone tells: what parts claims, and what joins them."""

from __future__ import annotations

from datetime import date

from tests.relations.disputants import party, told

from dragoman.relations.disputes.claims import Claim, Deed, Party
from dragoman.relations.disputes.opposing import contradictions

MAY_1, MAY_3 = date(2015, 3, 1), date(2015, 3, 3)


def troops(state: str) -> Party:
    """Return the troops of a state, called so."""
    return Party(frozenset({"noun:troop"}), frozenset({state}), (f"{state} troops",))


def at(noun: str) -> Party:
    """Return a thing that a common noun names."""
    return Party(frozenset({f"noun:{noun}"}), frozenset(), (noun,))


def shelling(number: int, by: str, whose: str, village: str) -> Claim:
    """Return a claim of a state that another's troops shelled a village."""
    deed = Deed("ASSAULT", "shell", troops(whose), at("village"))
    return told(
        number, by, state=by, deeds=(deed,), names=frozenset({village, "wednesday"}), states=deed.states
    )


def killing(number: int, day: date, name: str | None, verb: str = "kill", kind: str = "ASSAULT") -> Claim:
    """Return an outlet's claim that police killed a smuggler on a day, with his name where it is given."""
    deed = Deed(kind, verb, party("XPO"), at("smuggler"))  # type: ignore[arg-type]
    names = frozenset({"march", *([name] if name else [])})
    return told(number, f"outlet {number}", deeds=(deed,), first=day, last=day, names=names)


def test_troops_of_two_states_are_two() -> None:
    """One noun for the people of two states makes them no one; of one state, or of none, it does."""
    assert troops("XIN").apart(troops("XPA")) and not troops("XIN").meets(troops("XPA"))
    assert troops("XIN").meets(troops("XIN")) and at("troop").meets(troops("XIN"))


def test_each_blames_the_other_for_one_deed() -> None:
    """Of one village each side says that the other's troops shelled it; of two villages they don't differ."""
    one = shelling(1, "XPA", "XIN", "karsa")
    assert [clash.kind for clash in contradictions(one, shelling(2, "XIN", "XPA", "karsa"))] == ["agent"]
    assert contradictions(one, shelling(2, "XIN", "XPA", "melan")) == ()


def test_two_days_for_one_named_death() -> None:
    """A man who is named dies on one day; two who are called by a noun alone may be two, and days meet."""
    one = killing(1, MAY_1, "wambo")
    assert [clash.kind for clash in contradictions(one, killing(2, MAY_3, "wambo"))] == ["date"]
    assert contradictions(one, killing(2, MAY_3, "okello")) == ()
    assert contradictions(killing(1, MAY_1, None), killing(2, MAY_3, None)) == ()
    assert contradictions(one, killing(2, MAY_1, "wambo")) == ()


def test_relations_are_broken_off_once_and_ceasefires_often() -> None:
    """A verb that is bound to a type of act happens once in that type alone."""

    def broken(number: int, day: date, kind: str) -> Claim:
        deed = Deed(kind, "break", party("XMA"), party("XGA"))  # type: ignore[arg-type]
        return told(number, f"outlet {number}", deeds=(deed,), first=day, last=day)

    assert contradictions(broken(1, MAY_1, "SANCTION"), broken(2, MAY_3, "SANCTION"))
    assert contradictions(broken(1, MAY_1, "REJECT"), broken(2, MAY_3, "REJECT")) == ()
