"""What is kept: rows and transactions. Knows SQLAlchemy; must not know HTTP or how CVs are read."""
