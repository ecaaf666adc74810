"""A trained model's word on figures and names, beside what the readers of each kind read."""
