"""CV text to a Candidate: sections, positions, time line, facts in their post."""
