"""What was predicted: the ledger's rows, the words for how likely, and scores."""
