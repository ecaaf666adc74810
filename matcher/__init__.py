"""The ideas: requirements, facts, judging, scoring, ranking."""
