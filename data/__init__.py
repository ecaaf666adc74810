"""What comes in from outside: documents, knowledge tables, data sets, samples."""
