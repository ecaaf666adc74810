"""Evidence: quality, speed, fairness, robustness."""
