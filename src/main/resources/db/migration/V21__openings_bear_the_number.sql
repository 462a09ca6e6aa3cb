-- A matter is found by its number on the entry that opened it, and the version it stands under is that of its last entry: no
-- table of its own says so a second time.
ALTER TABLE entry ADD COLUMN number text;
UPDATE entry e SET number = h.number FROM head h WHERE h.city = e.city AND h.matter = e.position;
ALTER TABLE entry ADD CHECK (number IS NULL OR matter = position); -- what a later entry gives is the number of a document
CREATE UNIQUE INDEX entry_number ON entry (city, number) WHERE number IS NOT NULL;
COMMENT ON COLUMN entry.number IS '编号 of the matter, where the entry opens one';
DROP TABLE head;

-- When the clock has to look at a matter, which may be sooner than anything rings: that a deadline was met since is found out
-- by looking. So the row need not move with every act.
ALTER TABLE due DROP COLUMN deadline;
COMMENT ON TABLE due IS 'When the clock has to look at a matter again: no later than what rings next';

DROP FUNCTION lay_lines;
CREATE FUNCTION lay_lines(
    of_city text,
    positions bigint[], matters bigint[], numbers text[], acts text[], happened bigint[], recorded bigint[],
    headers bytea[], leaves bytea[], slips text[], salts bytea[], facts bytea[],
    secret_positions bigint[], secret_salts bytea[], secrets bytea[]
) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO entry (city, position, matter, number, act, happened_at, recorded_at, header, leaf, slip, salt, facts)
    SELECT of_city, unnest(positions), unnest(matters), unnest(numbers), unnest(acts),
           timestamptz 'epoch' + unnest(happened) * interval '1 microsecond',
           timestamptz 'epoch' + unnest(recorded) * interval '1 microsecond',
           unnest(headers), unnest(leaves), unnest(slips), unnest(salts), unnest(facts);
    IF cardinality(secret_positions) > 0 THEN
        INSERT INTO secret (city, position, salt, bytes)
        SELECT of_city, unnest(secret_positions), unnest(secret_salts), unnest(secrets);
    END IF;
END
$$;

DROP FUNCTION move_matters;
-- What follows from a batch besides its lines: numbers given, when the clock looks, persons, links. The batch begins after the
-- entry `since`: what was put on account in it can stand in no table yet, and is inserted without asking first.
CREATE FUNCTION move_matters(
    of_city text, since bigint,
    counted text[], lasts bigint[],
    silent bigint[], due_matters bigint[], ats bigint[],
    digests uuid[], traced bigint[], trace_fields text[],
    linking bigint[], link_fields text[], linked bigint[]
) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF cardinality(counted) > 0 THEN
        INSERT INTO series (city, series, last) SELECT of_city, unnest(counted), unnest(lasts)
        ON CONFLICT (city, series) DO UPDATE SET last = excluded.last;
    END IF;
    IF cardinality(silent) > 0 THEN
        DELETE FROM due WHERE city = of_city AND matter = ANY (silent);
    END IF;
    IF since < ANY (due_matters) THEN
        INSERT INTO due (city, matter, at)
        SELECT of_city, m, timestamptz 'epoch' + a * interval '1 microsecond'
        FROM unnest(due_matters, ats) AS t(m, a) WHERE m > since;
    END IF;
    IF since >= ANY (due_matters) THEN
        INSERT INTO due (city, matter, at)
        SELECT of_city, m, timestamptz 'epoch' + a * interval '1 microsecond'
        FROM unnest(due_matters, ats) AS t(m, a) WHERE m <= since
        ON CONFLICT (city, matter) DO UPDATE SET at = excluded.at;
    END IF;
    IF since < ANY (traced) THEN
        INSERT INTO trace (city, digest, matter, field)
        SELECT of_city, d, m, f FROM unnest(digests, traced, trace_fields) AS t(d, m, f) WHERE m > since;
    END IF;
    IF since >= ANY (traced) THEN
        INSERT INTO trace (city, digest, matter, field)
        SELECT of_city, d, m, f FROM unnest(digests, traced, trace_fields) AS t(d, m, f) WHERE m <= since
        ON CONFLICT DO NOTHING;
    END IF;
    IF cardinality(linking) > 0 THEN
        INSERT INTO link (city, matter, field, other)
        SELECT of_city, unnest(linking), unnest(link_fields), unnest(linked) ON CONFLICT DO NOTHING;
    END IF;
END
$$;
