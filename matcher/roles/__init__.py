"""Role text to a Role: sections, what asks, importance, compound splitting."""
