"""The desk: a local web application over a store, where analysts look rather than read."""

from dragoman.web.app import create_app

__all__ = ["create_app"]
