"""ClearNLP trees become Universal Dependencies; no spaCy is needed for that."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.spacy_component.trees import Tree, is_clearnlp, to_universal


def turned(table: str) -> dict[str, tuple[str, str]]:
    """Return head and relation of each word of a table (word, tag, head from 1, relation, lemma)."""
    rows = [line.split() for line in table.strip().splitlines()]
    lemmas = [row[4] if len(row) > 4 else row[0] for row in rows]
    tree = Tree([int(r[2]) - 1 for r in rows], [r[3] for r in rows], [r[1] for r in rows], lemmas)
    to_universal(tree)
    above = [rows[head][0] if head >= 0 else "-" for head in tree.heads]
    return {row[0]: (above[n], tree.relations[n]) for n, row in enumerate(rows)}


def test_prepositions_become_cases_also_in_a_chain() -> None:
    """ "According to envoys, …": the envoys hang on the verb, both prepositions on the envoys."""
    found = turned(
        """
        According ADP 6 prep
        to ADP 1 prep
        envoys NOUN 2 pobj
        , PUNCT 6 punct
        talks NOUN 6 nsubj
        failed VERB 0 ROOT fail
        in ADP 6 prep
        Oslo PROPN 7 pobj
        """
    )
    assert found["envoys"] == ("failed", "obl")
    assert found["According"] == ("envoys", "case") and found["to"] == ("envoys", "case")
    assert found["Oslo"] == ("failed", "obl") and found["in"] == ("Oslo", "case")
    assert found["failed"] == ("-", "root")


def test_agents_and_nouns_keep_their_kind() -> None:
    """ "By" in the passive is the agent; "of" behind a noun makes a modifier of a noun."""
    found = turned(
        """
        It PRON 3 nsubjpass
        was AUX 3 auxpass be
        denied VERB 0 ROOT deny
        by ADP 3 agent
        friends NOUN 4 pobj
        of ADP 5 prep
        hers PRON 6 pobj
        """
    )
    assert found["friends"] == ("denied", "obl:agent") and found["hers"] == ("friends", "nmod")
    assert found["It"] == ("denied", "nsubj:pass") and found["was"] == ("denied", "aux:pass")


def test_copulas_hang_on_what_they_say() -> None:
    """ "She said he is ready": "ready" heads the clause; "there is hope" keeps its verb, with a subject."""
    found = turned(
        """
        She PRON 2 nsubj
        said VERB 0 ROOT say
        he PRON 4 nsubj
        is AUX 2 ccomp be
        ready ADJ 4 acomp
        """
    )
    assert found["ready"] == ("said", "ccomp") and found["is"] == ("ready", "cop")
    assert found["he"] == ("ready", "nsubj")
    hope = turned("There PRON 2 expl\nis VERB 0 ROOT be\nhope NOUN 2 attr\nyet ADV 2 advmod")
    assert hope["is"] == ("-", "root") and hope["hope"] == ("is", "nsubj")


def test_coordinations_hang_on_the_first() -> None:
    """ "Ann, Bo and Cy left": both conjuncts hang on Ann, "and" on the one behind it."""
    found = turned(
        """
        Ann PROPN 6 nsubj
        , PUNCT 1 punct
        Bo PROPN 1 conj
        and CCONJ 3 cc
        Cy PROPN 3 conj
        left VERB 0 ROOT leave
        Rome PROPN 6 dobj
        """
    )
    assert found["Bo"] == ("Ann", "conj") and found["Cy"] == ("Ann", "conj") and found["and"] == ("Cy", "cc")


def test_universal_trees_stay() -> None:
    """A pipeline that writes Universal Dependencies is not turned round."""
    rows = "He PRON 4 nsubj\nis AUX 4 cop be\nin ADP 4 case\nOslo PROPN 0 root"
    assert not is_clearnlp([line.split()[3] for line in rows.splitlines()])
    assert turned(rows)["in"] == ("Oslo", "case")


RELATIONS = [
    "prep",
    "pobj",
    "pcomp",
    "conj",
    "cc",
    "attr",
    "acomp",
    "expl",
    "agent",
    "dative",
    "nsubj",
    "dobj",
]
WORD = st.tuples(
    st.integers(0, 10**6),
    st.sampled_from(RELATIONS),
    st.sampled_from(["NOUN", "VERB", "ADP"]),
    st.sampled_from(["be", "x"]),
)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.lists(WORD, min_size=1, max_size=20), st.randoms(use_true_random=False))
def test_any_tree_stays_a_tree(words: list[tuple[int, str, str, str]], shuffle: object) -> None:
    """Whatever the parser drew, turning it leaves one root, and every word leads up to it."""
    order = list(range(len(words)))
    shuffle.shuffle(order)  # type: ignore[attr-defined]
    heads = [-1] * len(words)
    for n in range(1, len(order)):
        heads[order[n]] = order[words[n][0] % n]
    tree = Tree(heads, [w[1] for w in words], [w[2] for w in words], [w[3] for w in words])
    tree.relations[order[0]] = "ROOT"
    to_universal(tree)
    assert tree.heads.count(-1) == 1
    for word in range(len(words)):
        steps = 0
        while word >= 0:
            word, steps = tree.heads[word], steps + 1
            assert steps <= len(words)
