"""Spoken and signed languages and their levels: begin with ``reader``."""
