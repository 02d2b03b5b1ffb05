"""Readings → what people look at: the terminal, a page, JSON lines, tables."""
