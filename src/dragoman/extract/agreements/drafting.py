"""From the words of one sentence to drafts of the agreements it tells of."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.extract.agreements.amounts import money_in
from dragoman.extract.agreements.contents import purposes, spending, subjects_told, whole
from dragoman.extract.agreements.instruments import Named, instruments, taken_up, topic_of
from dragoman.extract.agreements.lexicon import lexicon
from dragoman.extract.agreements.lists import Listing
from dragoman.extract.agreements.mood import mood_of
from dragoman.extract.agreements.parties import parties_of, phrases
from dragoman.extract.agreements.sums import sums_told
from dragoman.extract.agreements.telling import Account, status_of, telling_of
from dragoman.extract.agreements.unnamed import signed_alone, unnamed
from dragoman.extract.arguments import by_preposition, cases, children, subjects
from dragoman.extract.ground import Ground
from dragoman.records import AgreementDraft, AgreementStatus, Span

_UNTOLD = 0.45


def drafts_of(listing: Listing, first: int, last: int) -> list[AgreementDraft]:
    """Return the agreements that words ``[first, last)``, one sentence, tell of, in text order."""
    ground = listing.ground
    named = instruments(ground, first, last) + taken_up(ground, first, last)
    taken: set[int] = set()
    found: list[AgreementDraft] = []
    for one in named:
        if _covered(ground, one, named) or (one.kind == "talks" and _have_matter(ground, one, named)):
            continue
        account = telling_of(ground, one.head, one.kind)
        taken.update(account.chain if account else ())
        draft = _draft(listing, one, account, (first, last))
        if draft is not None:
            found.append(draft)
    taken.update(i for d in found for i in ground.analysis.words_in(d.span))
    found += sums_told(listing, first, last, taken)
    taken.update(i for d in found for i in ground.analysis.words_in(d.span))
    found += unnamed(listing, first, last, taken)
    found += signed_alone(listing, first, last, taken)
    return sorted(found, key=lambda d: (d.trigger, d.span))


def _covered(ground: Ground, one: Named, named: Sequence[Named]) -> bool:
    """Say whether a noun only tells what another agreement is about: "an agreement on a free trade zone"."""
    for other in named:
        if other is one or other.head == one.head or other.kind == "talks":
            continue
        at = one.head
        while at >= 0 and at != other.head:
            word = ground.analysis.words[at]
            beside = word.deprel in ("conj", "appos", "parataxis", "acl:relcl")
            if beside and word.head == other.head and one.kind != "back":
                at = -1
                break
            at = word.head
        if at == other.head and (other.kind != "back"):
            return True
    return False


def _have_matter(ground: Ground, talks: Named, named: Sequence[Named]) -> bool:
    """Say whether talks are on an agreement that is named: then they only tell of that."""
    below = ground.analysis.subtree(talks.head)
    return any(other is not talks and other.head in below for other in named)


def _draft(
    listing: Listing, one: Named, account: Account | None, sentence: tuple[int, int]
) -> AgreementDraft | None:
    ground = listing.ground
    if _elsewhere(ground, one, sentence) or _has(ground, one, "unsettled"):
        return None
    parties = parties_of(listing, one.head, one.kind, account)
    clause = _clause_under(ground, one)
    if clause is not None and len(parties) < 2:
        acting = [s for s in subjects(ground.analysis, clause) if ground.is_actor(s)]
        beside = [
            p for p in by_preposition(ground.analysis, clause, "with", "from", "to") if ground.is_actor(p)
        ]
        sides = sorted({*acting, *beside, *parties})
        parties = tuple(sides) if len(sides) > 1 or account is not None else parties
    told = status_of(ground, account) if account else _by_modifier(ground, one)
    if told is None or not _enough(ground, one, account, parties):
        return None
    status, factor = told
    head, verbs = one.head, list(account.chain) if account else []
    subject = _subject(ground, one, account, clause, parties)
    below = {i for r in subject for i in range(*r)} | set(ground.analysis.subtree(head))
    sums = money_in(ground, below) or (money_in(ground, _near(ground, verbs)) if verbs else None)
    trigger = _trigger(ground, one, account)
    about = tuple(dict.fromkeys(ground.analysis.span(*r) for r in subject))
    told_for = tuple(purposes(ground, head, verbs, one.kind, parties) + spending(ground, head, one.kind))
    return AgreementDraft(
        parties=phrases(listing, parties),
        subject=about,
        instrument=_instrument(ground, one, below),
        kind=one.kind,
        status=status,
        definite=one.definite,
        amount=sums,
        purpose=told_for or _for_what(ground, one, about),
        open_points=(),
        trigger=trigger,
        span=_reach(ground, one, trigger),
        confidence=_confidence(one, account, len(parties), factor),
    )


def _subject(
    ground: Ground, one: Named, account: Account | None, clause: int | None, parties: Sequence[int]
) -> list[tuple[int, int]]:
    if one.kind == "back":
        return []
    if clause is not None:
        return [whole(ground, clause, (one.head,))]
    verb = account.inner if account is not None and account.verb else None
    return subjects_told(ground, one.head, one.kind, parties, verb)


def _for_what(ground: Ground, one: Named, about: tuple[Span, ...]) -> tuple[Span, ...]:
    """What a document is about is what it is for; "in all of Syria" only says where it holds."""
    if one.kind not in ("document", "generic", "talks"):
        return ()
    words, analysis = ground.analysis.words, ground.analysis
    return tuple(s for s in about if words[analysis.words_in(s).start - 1].text.lower() != "in")


def _elsewhere(ground: Ground, one: Named, sentence: tuple[int, int]) -> bool:
    """Say whether it is a matter of sport, of shows or of somebody's work."""
    words = range(*sentence)
    if any(lexicon().isa(ground.lemma(i), "sport") for i in words):
        return not any(ground.knowledge.state_of(ground.analysis.words[i].text) for i in words)
    near = children(ground.analysis, one.head, "amod", "compound", "nmod")
    return any(lexicon().isa(ground.lemma(i), "work") for i in near)


def _enough(ground: Ground, one: Named, account: Account | None, parties: Sequence[int]) -> bool:
    """A known one needs no parties, one that is told of needs one, one that is only named needs two."""
    if one.kind == "talks":
        if account is not None and account.base == "under study":
            return len(parties) > 1 and bool(subjects_told(ground, one.head, one.kind, parties, None))
        return account is not None and (one.definite or bool(parties))
    if one.definite or one.kind == "back":
        return one.kind != "back" or one.definite
    if account is not None and account.base == "exists":
        unsaid = _has(ground, one, "indefinite") and account.verb
        if unsaid and mood_of(ground, account.outer) not in ("done", "ongoing"):
            return False  # "will guarantee an agreement": nobody says that there is one
        return len(parties) > 1
    if account is not None:
        return bool(parties)
    if _has(ground, one, "indefinite") and not cases(ground.analysis, one.head) & lexicon().classes["for"]:
        return False  # nobody says whether there is such an agreement
    return len(parties) > 1 and one.kind in ("document", "generic")


def _has(ground: Ground, one: Named, name: str) -> bool:
    """Say whether an article or pronoun of a class of words.tsv stands at the noun."""
    found = children(ground.analysis, one.head, "det", "amod")
    return any(lexicon().isa(ground.analysis.words[d].text, name) for d in found)


def _by_modifier(ground: Ground, one: Named) -> tuple[AgreementStatus | None, float] | None:
    """The status that an adjective gives: "a draft treaty", "the suspended pact"; else none is told."""
    table = lexicon()
    said = {ground.lemma(c) for c in children(ground.analysis, one.head, "amod", "compound")}
    said |= {ground.analysis.words[i].text.lower() for i in range(max(0, one.first - 2), one.first)}
    for name, status in (
        ("tentative", "proposed"), ("announcing", "announced"), ("dead", "rejected"),
        ("halted", "suspended"), ("made", "signed"),
    ):  # fmt: skip
        if said & table.classes[name]:
            return status, 0.8  # type: ignore[return-value]
    return None, 0.8


def _clause_under(ground: Ground, one: Named) -> int | None:
    """The verb of a clause that tells what an agreement says: "under the accord Iran will stop …"."""
    word = ground.analysis.words[one.head]
    under = word.deprel == "obl" and cases(ground.analysis, one.head) & {"under"}
    return word.head if under and ground.analysis.words[word.head].upos == "VERB" else None


def _instrument(ground: Ground, one: Named, below: set[int]) -> str | None:
    return (topic_of(ground, sorted(below)) if one.kind == "generic" else None) or one.name


def _near(ground: Ground, verbs: Sequence[int]) -> list[int]:
    found: list[int] = []
    for verb in verbs:
        for child in children(ground.analysis, verb, "obl", "nmod", "obj"):
            found += ground.analysis.subtree(child)
    return found


def _trigger(ground: Ground, one: Named, account: Account | None) -> Span:
    if account is None:
        return ground.analysis.span(one.first, one.last)
    return ground.analysis.words[account.outer].span


def _reach(ground: Ground, one: Named, trigger: Span) -> Span:
    noun = ground.analysis.span(one.first, one.last)
    return Span(min(noun.start, trigger.start), max(noun.end, trigger.end))


def _confidence(one: Named, account: Account | None, parties: int, factor: float) -> float:
    value = _UNTOLD if account is None else 0.65
    value += 0.1 * min(parties, 2) + 0.05 * (one.kind in ("document", "benefit"))
    return round(min(value * factor, 0.95), 3)
