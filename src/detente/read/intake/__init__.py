"""From bytes of any format to documents, and which stretches of them are the story."""
