"""The organization that an article is telling of: what "the bloc", "it" and "Sweden followed" lead back to.

All positions are word indices into ``Analysis.words``.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.extract.memberships.lexicon import lexicon
from dragoman.extract.memberships.names import Names

_NEAR, _FAR = 1, 3
"""How many paragraphs back a bare clause and a noun ("the bloc") reach."""


@dataclass(frozen=True, slots=True)
class _Mention:
    paragraph: int
    words: tuple[int, int]
    told: bool
    """Whether somebody's membership in it was told here; else its name only stands here."""


@dataclass
class Focus:
    """The organizations of one article so far, in text order."""

    names: Names
    paragraph: int = 0
    _seen: list[_Mention] = field(default_factory=list)

    def see(self, first: int, last: int) -> None:
        """Take note of the bodies that words ``[first, last)`` name."""
        at = first
        while at < last:
            found = self.names.organization(at)
            if found is not None and self.names.takes_members(found):
                self._seen.append(_Mention(self.paragraph, found, False))
            at = max(at + 1, found[1] if found is not None else 0)

    def tell(self, organization: tuple[int, int]) -> None:
        """Take note that somebody's membership of an organization has been told."""
        self._seen.append(_Mention(self.paragraph, organization, True))

    def current(self, at: int) -> tuple[int, int] | None:
        """Return the organization that a clause at a word goes on with; None where there is none.

        That is the one whose members the article told of last, in this paragraph or the one before, else
        the body that this paragraph named last.
        """
        seen = [m for m in self._seen if m.words[1] <= at]
        here = [m for m in seen if m.paragraph == self.paragraph]
        near = [m for m in seen if self.paragraph - m.paragraph <= _NEAR and m.told]
        found = [m for m in here if m.told] or here or near
        return found[-1].words if found else None

    def named(self, body: tuple[int, int]) -> tuple[int, int]:
        """Return the name that a noun for a body ("the council") leads back to, itself where to none."""
        words = self.names.ground.analysis.words
        if body[0] in self.names.spans or any(
            words[i].text[:1].isupper() for i in range(body[0] + 1, body[1])
        ):
            return body
        noun = words[body[1] - 1].lemma.lower()
        near = [m for m in self._seen if self.paragraph - m.paragraph <= _FAR and m.words[1] <= body[0]]
        alike = [m for m in near if noun in {words[i].lemma.lower() for i in range(*m.words)}]
        if not alike and lexicon().isa(noun, "any_body"):
            alike = [m for m in near if m.told and m.paragraph >= self.paragraph - _NEAR] or near
        return alike[-1].words if alike else body
