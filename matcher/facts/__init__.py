"""What a CV shows and what a role asks, read by the same code: a folder or file per kind."""
