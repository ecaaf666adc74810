"""The HTTP API: requests in, answers out. No SQL, no reading of CVs, no arithmetic."""
