"""YAML to library: bytes are bounded, text is parsed, records take their shapes, references are followed.

Each phase gathers all its problems and stops before the next, so that one typo makes one line and not twenty echoes.
"""
