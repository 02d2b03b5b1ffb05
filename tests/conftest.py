"""Makes the folder of tests importable, so that they can share the builders that lie beside this file."""
