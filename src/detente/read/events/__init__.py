"""What happened as told: who did what to whom, when, and how far it has come."""
