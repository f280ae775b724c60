"""Words, tokens, nouns, verbs and clauses: what a text is made of."""
