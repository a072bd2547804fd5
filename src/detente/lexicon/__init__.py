"""What words mean here: the data files that reader and drafter share, and their types."""
