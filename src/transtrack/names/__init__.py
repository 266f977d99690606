"""Names: mentions, the schemes that spell them, variants, and the house's authority."""
