"""Analysis → findings, one place per kind: statements, actors."""
