"""The form of annotated articles: what the measures judge by and what the model learns from."""
