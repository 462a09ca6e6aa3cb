-- A batch goes into the tables in three calls, so that it costs three round trips whatever is in it: lay the lines,
-- move the edge, move the matters. Each runs with the rights of its caller.

-- Lines nobody can know of yet: they may be laid while the batch before them is still being committed.
CREATE FUNCTION lay_lines(
    of_city text,
    positions bigint[], matters bigint[], acts text[], happened bigint[], recorded bigint[], headers bytea[], leaves bytea[],
    body_positions bigint[], kinds text[], salts bytea[], texts bytea[],
    slip_positions bigint[], slips text[]
) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO entry (city, position, matter, act, happened_at, recorded_at, header, leaf)
    SELECT of_city, unnest(positions), unnest(matters), unnest(acts),
           timestamptz 'epoch' + unnest(happened) * interval '1 microsecond',
           timestamptz 'epoch' + unnest(recorded) * interval '1 microsecond',
           unnest(headers), unnest(leaves);
    INSERT INTO body (city, position, kind, salt, bytes)
    SELECT of_city, unnest(body_positions), unnest(kinds), unnest(salts), unnest(texts);
    INSERT INTO slip (city, slip, position)
    SELECT of_city, unnest(slips), unnest(slip_positions);
END
$$;

-- Refuses when the ledger does not end where the lines begin, and when somebody else is writing: who waits for the lock
-- on purpose has taken it before.
CREATE FUNCTION move_edge(
    of_city text, size_before bigint, size_after bigint, frontier_after bytea, recorded bigint,
    levels bigint[], indexes bigint[], grown bytea[]
) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM ledger WHERE city = of_city AND size = size_before FOR UPDATE NOWAIT;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'the ledger of % no longer ends at %', of_city, size_before;
    END IF;
    UPDATE ledger
    SET size = size_after, frontier = frontier_after,
        recorded_at = timestamptz 'epoch' + recorded * interval '1 microsecond'
    WHERE city = of_city;
    INSERT INTO tile (city, level, index, hashes)
    SELECT of_city, unnest(levels), unnest(indexes), unnest(grown)
    ON CONFLICT (city, level, index) DO UPDATE SET hashes = tile.hashes || excluded.hashes;
END
$$;

-- Where the matters of a batch stand after it: heads of those opened or moved, numbers given, deadlines, persons, links.
CREATE FUNCTION move_matters(
    of_city text,
    heads bigint[], numbers text[], unders text[],
    counted text[], lasts bigint[],
    settled bigint[], due_matters bigint[], deadlines text[], ats bigint[], ring boolean[],
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
    IF cardinality(settled) > 0 THEN
        DELETE FROM due WHERE city = of_city AND matter = ANY (settled);
    END IF;
    IF cardinality(due_matters) > 0 THEN
        INSERT INTO due (city, matter, deadline, at, rings)
        SELECT of_city, unnest(due_matters), unnest(deadlines),
               timestamptz 'epoch' + unnest(ats) * interval '1 microsecond', unnest(ring);
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
