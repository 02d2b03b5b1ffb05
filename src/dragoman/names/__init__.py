"""What a name is made of, and which names may be spellings of one: asked by whoever compares names."""

from dragoman.names.blocks import block_of, is_name
from dragoman.names.parts import Parts, parts_of, plain
from dragoman.names.sounds import coarse, skeleton, vowels_agree

__all__ = ["Parts", "block_of", "coarse", "is_name", "parts_of", "plain", "skeleton", "vowels_agree"]
