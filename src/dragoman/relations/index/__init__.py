"""The index: acts in columns → masses, axes, closeness with its band, changes and what they are made of."""
