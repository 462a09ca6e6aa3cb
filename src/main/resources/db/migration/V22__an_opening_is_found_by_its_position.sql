-- A matter is its opening's position: that entry is found by the primary key, and only what came later needs an index to be
-- found by its matter. A row of an index less for every opening.
DROP INDEX entry_matter;
CREATE INDEX entry_later ON entry (city, matter, position) WHERE matter <> position;
