"""Budgets, P&Ls, contracts and sales targets: ``reader`` for CVs, ``asks`` for roles."""
