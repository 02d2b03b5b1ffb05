"""The store → the ledgers: claims to compare, forecasts to wait for, reactions of third states.

Glue between the store and ``relations``: what an article says is put into the terms that are compared there.
"""
