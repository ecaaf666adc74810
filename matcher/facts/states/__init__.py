"""In what state a person stands to a thing named, for every kind: begin with ``cues``."""
