"""Education, and experience in its place: begin with ``judge``."""
