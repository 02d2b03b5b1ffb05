"""Measures of accuracy, speed and size: one command each, each prints a table."""
