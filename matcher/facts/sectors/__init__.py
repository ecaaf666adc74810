"""Sectors that posts stood in: begin with ``reader``."""
