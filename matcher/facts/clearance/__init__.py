"""Security clearance, vetting and criminal record checks: begin with ``reader``."""
