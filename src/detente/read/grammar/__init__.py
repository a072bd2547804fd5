"""The parse and what is asked of it: clauses, quotation marks, and where a word stands."""
