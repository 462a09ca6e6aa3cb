-- An entry is one row: what it says in clear and the slip it came with stand beside its header, as they are written and read
-- with it and stay as long. Only what can be forgotten has a row of its own.
ALTER TABLE entry RENAME TO entry_alone;
ALTER INDEX entry_pkey RENAME TO entry_alone_pkey;
DROP INDEX entry_matter;
CREATE TABLE entry (
    city        text        NOT NULL,
    position    bigint      NOT NULL CHECK (position > 0),
    matter      bigint      NOT NULL,
    act         text        NOT NULL,
    happened_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    header      bytea       NOT NULL, -- the bytes that are hashed; the other columns only find them
    leaf        bytea       NOT NULL,
    slip        text,                 -- the caller's own id of the act, so that nothing is recorded twice
    salt        bytea,
    facts       bytea,
    CHECK ((salt IS NULL) = (facts IS NULL))
);
INSERT INTO entry (city, position, matter, act, happened_at, recorded_at, header, leaf, slip, salt, facts)
SELECT e.city, e.position, e.matter, e.act, e.happened_at, e.recorded_at, e.header, e.leaf, s.slip, b.salt, b.bytes
FROM entry_alone e
    LEFT JOIN slip s ON s.city = e.city AND s.position = e.position
    LEFT JOIN body b ON b.city = e.city AND b.position = e.position AND b.kind = 'FACTS'
ORDER BY e.city, e.position;
ALTER TABLE entry ADD PRIMARY KEY (city, position);
CREATE INDEX entry_matter ON entry (city, matter, position);
CREATE UNIQUE INDEX entry_slip ON entry (city, slip);
COMMENT ON TABLE entry IS '记录: one act, once and for all, with what it says in clear';
COMMENT ON COLUMN entry.slip IS '回执号';

CREATE TABLE secret (
    city     text   NOT NULL,
    position bigint NOT NULL,
    salt     bytea  NOT NULL,
    bytes    bytea  NOT NULL,
    PRIMARY KEY (city, position)
);
INSERT INTO secret (city, position, salt, bytes)
SELECT city, position, salt, bytes FROM body WHERE kind = 'SECRET' ORDER BY city, position;
COMMENT ON TABLE secret IS '个人信息: the personal fields of an entry, sealed; a row goes when they are to be forgotten';

DROP TABLE entry_alone, slip, body;
DROP FUNCTION facts_stay;
GRANT SELECT, INSERT ON entry TO shishi_desk;
GRANT SELECT, INSERT, DELETE ON secret TO shishi_desk;

DROP FUNCTION lay_lines;
CREATE FUNCTION lay_lines(
    of_city text,
    positions bigint[], matters bigint[], acts text[], happened bigint[], recorded bigint[], headers bytea[], leaves bytea[],
    slips text[], salts bytea[], facts bytea[],
    secret_positions bigint[], secret_salts bytea[], secrets bytea[]
) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO entry (city, position, matter, act, happened_at, recorded_at, header, leaf, slip, salt, facts)
    SELECT of_city, unnest(positions), unnest(matters), unnest(acts),
           timestamptz 'epoch' + unnest(happened) * interval '1 microsecond',
           timestamptz 'epoch' + unnest(recorded) * interval '1 microsecond',
           unnest(headers), unnest(leaves), unnest(slips), unnest(salts), unnest(facts);
    IF cardinality(secret_positions) > 0 THEN
        INSERT INTO secret (city, position, salt, bytes)
        SELECT of_city, unnest(secret_positions), unnest(secret_salts), unnest(secrets);
    END IF;
END
$$;

-- As before, but for what a small batch need not do: look for the row it is about to change, grow no tile.
-- Refuses when the ledger does not end where the lines begin. It goes first in its transaction: who waits here for another
-- writer holds nothing that one could wait for.
CREATE OR REPLACE FUNCTION move_edge(
    of_city text, size_before bigint, size_after bigint, frontier_after bytea, recorded bigint,
    levels bigint[], indexes bigint[], grown bytea[]
) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    UPDATE ledger
    SET size = size_after, frontier = frontier_after,
        recorded_at = timestamptz 'epoch' + recorded * interval '1 microsecond'
    WHERE city = of_city AND size = size_before;
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
