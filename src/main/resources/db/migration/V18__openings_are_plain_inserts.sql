-- What was put on account in this very batch can stand in no table yet: it is inserted without asking first, and a row so
-- inserted costs a look-up and a record in the write-ahead log less. Asked is only about matters that were there before.
DROP FUNCTION move_matters;
-- Where the matters of a batch stand after it: heads of those opened or moved, numbers given, what rings next, persons, links.
-- The batch begins after the entry `since`.
CREATE FUNCTION move_matters(
    of_city text, since bigint,
    heads bigint[], numbers text[], unders text[],
    counted text[], lasts bigint[],
    silent bigint[], due_matters bigint[], deadlines text[], ats bigint[],
    digests text[], traced bigint[], trace_fields text[],
    linking bigint[], link_fields text[], linked bigint[]
) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF since < ANY (heads) THEN
        INSERT INTO head (city, matter, number, under)
        SELECT of_city, m, n, u FROM unnest(heads, numbers, unders) AS t(m, n, u) WHERE m > since;
    END IF;
    IF since >= ANY (heads) THEN
        INSERT INTO head (city, matter, number, under)
        SELECT of_city, m, n, u FROM unnest(heads, numbers, unders) AS t(m, n, u) WHERE m <= since
        ON CONFLICT (city, matter) DO UPDATE SET under = excluded.under;
    END IF;
    IF cardinality(counted) > 0 THEN
        INSERT INTO series (city, series, last) SELECT of_city, unnest(counted), unnest(lasts)
        ON CONFLICT (city, series) DO UPDATE SET last = excluded.last;
    END IF;
    IF cardinality(silent) > 0 THEN
        DELETE FROM due WHERE city = of_city AND matter = ANY (silent);
    END IF;
    IF since < ANY (due_matters) THEN
        INSERT INTO due (city, matter, deadline, at)
        SELECT of_city, m, d, timestamptz 'epoch' + a * interval '1 microsecond'
        FROM unnest(due_matters, deadlines, ats) AS t(m, d, a) WHERE m > since;
    END IF;
    IF since >= ANY (due_matters) THEN
        INSERT INTO due (city, matter, deadline, at)
        SELECT of_city, m, d, timestamptz 'epoch' + a * interval '1 microsecond'
        FROM unnest(due_matters, deadlines, ats) AS t(m, d, a) WHERE m <= since
        ON CONFLICT (city, matter) DO UPDATE SET deadline = excluded.deadline, at = excluded.at;
    END IF;
    IF since < ANY (traced) THEN
        INSERT INTO trace (city, digest, matter, field)
        SELECT DISTINCT of_city, d, m, f FROM unnest(digests, traced, trace_fields) AS t(d, m, f) WHERE m > since;
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
