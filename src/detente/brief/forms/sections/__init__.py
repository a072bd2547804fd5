"""The sections of a brief, one module a subject: each lays out what was found as blocks."""
