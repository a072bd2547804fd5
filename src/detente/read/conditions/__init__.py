"""What is said to depend on what, and who sets it."""
