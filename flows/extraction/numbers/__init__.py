"""From digits and words to drafts of figures: value, unit, hedge, kind."""
