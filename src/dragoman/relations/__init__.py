"""Relations between states: how close, on what, on whose word, and whether it is changing."""

from dragoman.relations.acts import HAPPENED, NO_ISSUE, Act, Report
from dragoman.relations.index.breaks import Break, breaks
from dragoman.relations.index.change import Change, change, false_discoveries
from dragoman.relations.index.everyone import Alert, AllPairs, all_pairs, changes
from dragoman.relations.index.explain import ActPart, Explanation, Share, explain
from dragoman.relations.index.reference import Reference
from dragoman.relations.index.series import Series, closeness
from dragoman.relations.index.table import ActTable, table_from_arrays, table_of
from dragoman.relations.index.weighed import Weighed, weigh
from dragoman.relations.index.windows import Window
from dragoman.relations.scales import Scale, read_scale, scale, scales
from dragoman.relations.weights import Weights, read_weights, weights

__all__ = [
    "HAPPENED",
    "NO_ISSUE",
    "Act",
    "ActPart",
    "ActTable",
    "Alert",
    "AllPairs",
    "Break",
    "Change",
    "Explanation",
    "Reference",
    "Report",
    "Scale",
    "Series",
    "Share",
    "Weighed",
    "Weights",
    "Window",
    "all_pairs",
    "breaks",
    "change",
    "changes",
    "closeness",
    "explain",
    "false_discoveries",
    "read_scale",
    "read_weights",
    "scale",
    "scales",
    "table_from_arrays",
    "table_of",
    "weigh",
    "weights",
]
