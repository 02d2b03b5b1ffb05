"""Relations between states: how close, on what, on whose word, and whether it is changing."""

from dragoman.relations.acts import HAPPENED, NO_ISSUE, Act, Report
from dragoman.relations.breaks import Break, breaks
from dragoman.relations.change import Change, change, false_discoveries
from dragoman.relations.everyone import Alert, AllPairs, all_pairs, changes
from dragoman.relations.explain import ActPart, Explanation, Share, explain
from dragoman.relations.reference import Reference
from dragoman.relations.scales import Scale, read_scale, scale, scales
from dragoman.relations.series import Series, closeness
from dragoman.relations.table import ActTable, table_from_arrays, table_of
from dragoman.relations.weighed import Weighed, weigh
from dragoman.relations.weights import Weights, read_weights, weights
from dragoman.relations.windows import Window

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
