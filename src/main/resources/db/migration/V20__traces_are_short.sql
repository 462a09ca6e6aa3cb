-- A trace is 128 bits instead of 64 hexadecimal digits, and the index that begins with one holds nothing else: it is added to
-- in random order, so its size is what a person more costs. Whoever lays traces names each of them once.
ALTER TABLE trace DROP CONSTRAINT trace_pkey;
DROP INDEX trace_matter;
ALTER TABLE trace ALTER COLUMN digest TYPE uuid USING left(digest, 32)::uuid;
ALTER TABLE trace ADD PRIMARY KEY (city, matter, field, digest);
CREATE INDEX trace_digest ON trace (city, digest);

DROP FUNCTION move_matters;

-- Where the matters of a batch stand after it: heads of those opened or moved, numbers given, what rings next, persons, links.
-- The batch begins after the entry `since`.
CREATE FUNCTION move_matters(
    of_city text, since bigint,
    heads bigint[], numbers text[], unders text[],
    counted text[], lasts bigint[],
    silent bigint[], due_matters bigint[], deadlines text[], ats bigint[],
    digests uuid[], traced bigint[], trace_fields text[],
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

DROP FUNCTION move_edge;

-- Refuses when the ledger does not end where the lines begin, at the same entries and not only as many: what a crash took,
-- another node may have written otherwise. It goes first in its transaction: who waits here for another writer holds nothing
-- that one could wait for.
CREATE FUNCTION move_edge(
    of_city text, size_before bigint, frontier_before bytea, size_after bigint, frontier_after bytea, recorded bigint,
    levels bigint[], indexes bigint[], grown bytea[]
) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    UPDATE ledger
    SET size = size_after, frontier = frontier_after,
        recorded_at = timestamptz 'epoch' + recorded * interval '1 microsecond'
    WHERE city = of_city AND size = size_before AND frontier = frontier_before;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'the ledger of % no longer ends at %', of_city, size_before;
    END IF;
    IF cardinality(levels) > 0 THEN
        INSERT INTO tile (city, level, index, hashes)
        SELECT of_city, unnest(levels), unnest(indexes), unnest(grown)
        ON CONFLICT (city, level, index) DO UPDATE SET hashes = tile.hashes || excluded.hashes;
    END IF;
END
$$;
