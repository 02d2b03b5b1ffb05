"""Settings of the documentation."""

project = "Dragoman"
extensions = ["myst_parser"]
html_theme = "furo"
exclude_patterns = ["_build"]
