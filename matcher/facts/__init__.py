"""What a CV shows and what a role asks, read by the same code: one folder per kind."""
