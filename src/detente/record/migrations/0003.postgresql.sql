CREATE INDEX entries_by_word ON entries USING gin (string_to_array(folded, ' '))
