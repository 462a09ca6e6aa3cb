-- The traces of a matter are found by the matter alone: an index that held whole rows, so that none stands there twice, was
-- larger than the one that finds people. Whoever lays traces names each once, and looks where the matter was there before.
ALTER TABLE trace DROP CONSTRAINT trace_pkey;
CREATE INDEX trace_matter ON trace (city, matter);

CREATE OR REPLACE FUNCTION move_matters(
    of_city text, since bigint,
    counted text[], lasts bigint[],
    silent bigint[], due_matters bigint[], ats bigint[],
    digests uuid[], traced bigint[], trace_fields text[],
    linking bigint[], link_fields text[], linked bigint[]
) RETURNS void LANGUAGE plpgsql SET plan_cache_mode = auto AS $$
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
        SELECT of_city, d, m, f FROM unnest(digests, traced, trace_fields) AS t(d, m, f)
        WHERE m <= since AND NOT EXISTS (
            SELECT FROM trace o WHERE o.city = of_city AND o.matter = m AND o.digest = d AND o.field = f);
    END IF;
    IF cardinality(linking) > 0 THEN
        INSERT INTO link (city, matter, field, other)
        SELECT of_city, unnest(linking), unnest(link_fields), unnest(linked) ON CONFLICT DO NOTHING;
    END IF;
END
$$;
