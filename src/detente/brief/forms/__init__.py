"""How a brief looks: as a page, as Markdown, as PDF and as data, with the same ids in each."""
