"""The pages' routes, one file a noun."""
