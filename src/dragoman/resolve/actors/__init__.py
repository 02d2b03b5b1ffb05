"""Who is the same across articles: names as the store has them → clusters, each with its reasons."""

from dragoman.resolve.actors.clusters import Cluster, Member, Resolution, Suggestion
from dragoman.resolve.actors.resolving import resolved
from dragoman.resolve.actors.rulings import Rulings
from dragoman.resolve.actors.units import Unit

__all__ = ["Cluster", "Member", "Resolution", "Rulings", "Suggestion", "Unit", "resolved"]
