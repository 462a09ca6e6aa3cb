-- Of a matter the clock needs only what it has to ring next: one row, moved when that moves, instead of one a deadline,
-- most of which are laid down and taken away without ever ringing.
DELETE FROM due WHERE NOT rings;
DELETE FROM due AS later USING due AS sooner
WHERE later.city = sooner.city AND later.matter = sooner.matter
  AND (later.at, later.deadline) > (sooner.at, sooner.deadline);
DROP INDEX due_at;
ALTER TABLE due
    DROP CONSTRAINT due_pkey,
    DROP COLUMN rings,
    ADD PRIMARY KEY (city, matter);
CREATE INDEX due_at ON due (city, at);
COMMENT ON TABLE due IS 'The next moment the clock has to act on a matter';

-- Up to which year the calendar was published when the rows were worked out: beyond it nothing rings, and when a further
-- year is announced they are worked out anew.
CREATE TABLE due_calendar (
    city      text NOT NULL PRIMARY KEY,
    last_year int  NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON due_calendar TO shishi_desk;

DROP FUNCTION move_matters;

-- Where the matters of a batch stand after it: heads of those opened or moved, numbers given, what rings next, persons, links.
CREATE FUNCTION move_matters(
    of_city text,
    heads bigint[], numbers text[], unders text[],
    counted text[], lasts bigint[],
    silent bigint[], due_matters bigint[], deadlines text[], ats bigint[],
    digests text[], traced bigint[], trace_fields text[],
    linking bigint[], link_fields text[], linked bigint[]
) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF cardinality(heads) > 0 THEN
        INSERT INTO head (city, matter, number, under)
        SELECT of_city, unnest(heads), unnest(numbers), unnest(unders)
        ON CONFLICT (city, matter) DO UPDATE SET under = excluded.under;
    END IF;
    IF cardinality(counted) > 0 THEN
        INSERT INTO series (city, series, last) SELECT of_city, unnest(counted), unnest(lasts)
        ON CONFLICT (city, series) DO UPDATE SET last = excluded.last;
    END IF;
    IF cardinality(silent) > 0 THEN
        DELETE FROM due WHERE city = of_city AND matter = ANY (silent);
    END IF;
    IF cardinality(due_matters) > 0 THEN
        INSERT INTO due (city, matter, deadline, at)
        SELECT of_city, unnest(due_matters), unnest(deadlines),
               timestamptz 'epoch' + unnest(ats) * interval '1 microsecond'
        ON CONFLICT (city, matter) DO UPDATE SET deadline = excluded.deadline, at = excluded.at;
    END IF;
    IF cardinality(digests) > 0 THEN
        INSERT INTO trace (city, digest, matter, field)
        SELECT of_city, unnest(digests), unnest(traced), unnest(trace_fields) ON CONFLICT DO NOTHING;
    END IF;
    IF cardinality(linking) > 0 THEN
        INSERT INTO link (city, matter, field, other)
        SELECT of_city, unnest(linking), unnest(link_fields), unnest(linked) ON CONFLICT DO NOTHING;
    END IF;
END
$$;
