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
    """The name, which stands before the place itself where "the bloc" leads back to it."""
    end: int
    """The word behind the place."""
    told: bool
    """Whether somebody's membership in it was told here; else it is only spoken of."""


@dataclass
class Focus:
    """The organizations of one article so far, in text order."""

    names: Names
    paragraph: int = 0
    _seen: list[_Mention] = field(default_factory=list)

    def see(self, first: int, last: int) -> None:
        """Take note of the bodies that words ``[first, last)`` name or lead back to."""
        at = first
        while at < last:
            found = self.names.body(at)
            named = self.named(found) if found is not None else None
            if found is not None and named is not None and named[0] in self.names.spans:
                if self.names.takes_members(named):
                    self._seen.append(_Mention(self.paragraph, named, found[1], False))
                at = max(at + 1, found[1])
            else:
                at += 1

    def tell(self, organization: tuple[int, int]) -> None:
        """Take note that somebody's membership of an organization has been told."""
        self._seen.append(_Mention(self.paragraph, organization, organization[1], True))

    def current(self, at: int) -> tuple[int, int] | None:
        """Return the organization that a clause at a word goes on with; None where there is none.

        That is the one whose members the article told of last, in this paragraph or the one before, else
        the body that this paragraph named last.
        """
        seen = [m for m in self._seen if m.end <= at]
        here = [m for m in seen if m.paragraph == self.paragraph]
        near = [m for m in seen if self.paragraph - m.paragraph <= _NEAR and m.told]
        found = [m for m in here if m.told] or here or near
        return found[-1].words if found else None

    def named(self, body: tuple[int, int]) -> tuple[int, int]:
        """Return the name that a noun for a body ("the council") leads back to, itself where to none.

        A capital noun leads back to the longer name that it ends ("the Forum"), a small one to a name with
        that noun, to one that is called so (see called.tsv), or to the body told of last.
        """
        words = self.names.ground.analysis.words
        noun = words[body[1] - 1].lemma.lower()
        near = [m for m in self._seen if self.paragraph - m.paragraph <= _FAR and m.end <= body[0]]
        alike = [
            m for m in near
            if m.words[1] - m.words[0] > 1 and noun in {words[i].lemma.lower() for i in range(*m.words)}
        ]  # fmt: skip
        own = range(body[0] if body[0] in self.names.spans else body[0] + 1, body[1])
        if any(words[i].text[:1].isupper() for i in own):
            known = "the" in (words[body[0]].text.lower(), words[body[0] - 1].text.lower())
            part = len(own) == 1 and known and lexicon().isa(noun, "body")
            return alike[-1].words if part and alike else body
        alike = [m for m in near if self.is_called(noun, m.words)] or alike
        if not alike and lexicon().isa(noun, "any_body"):
            alike = [m for m in near if m.told and m.paragraph >= self.paragraph - _NEAR] or near
        return alike[-1].words if alike else body

    def is_called(self, noun: str, body: tuple[int, int]) -> bool:
        """Say whether an organization is known as a noun: NATO as "the alliance", OPEC as "the cartel"."""
        return self.names.text(*body).lower() in lexicon().called.get(noun, ())

    def told(self, at: int) -> tuple[int, int] | None:
        """Return the organization whose members the article told of last, nearby; None where of none."""
        near = [
            m for m in self._seen
            if m.told and m.end <= at and self.paragraph - m.paragraph <= _NEAR
        ]  # fmt: skip
        return near[-1].words if near else None

    def fits(self, member: tuple[int, int]) -> bool:
        """Say whether a name may belong to what was told of before: a state, or a body."""
        if self.names.is_state(member):
            return True
        named = self.names.spans.get(member[0])
        return named is not None and named[1] == "organization" and self.told(member[0]) is not None
