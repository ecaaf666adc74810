"""Certificates, memberships and registrations: ``reader`` for CVs, ``asks`` for roles."""
