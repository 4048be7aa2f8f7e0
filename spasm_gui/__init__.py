"""Spasm Map: touch a body where it hurts, see what may be behind it and how soon to have it looked at.

Content flows in at the bottom, is reasoned over, and is shown at the top. Each folder is a room with one
job, and imports only point down: `knowledge` holds the nouns, `reading` makes them from YAML, `reasoning`
draws conclusions, `screens` shows them, `app` puts the parts together and `cli` holds the commands.
"""

__version__ = "0.1.0"
