"""Certificates, memberships and registrations: begin with ``judge``."""
