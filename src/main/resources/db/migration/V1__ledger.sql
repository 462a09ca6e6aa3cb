-- The ledger of a city: lines that are never changed, and the proof of it.
-- Every key begins with the city, so that the tables can be spread over machines city by city.

-- The program works under this role (SET ROLE shishi_desk); the migrating user owns the tables.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'shishi_desk') THEN
        CREATE ROLE shishi_desk NOLOGIN;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = current_user AND rolsuper) THEN
        EXECUTE format('GRANT shishi_desk TO %I', current_user);
    END IF;
END
$$;
GRANT USAGE ON SCHEMA public TO shishi_desk;

-- One row a city, locked by whoever appends. A low fill factor keeps its many updates on one page.
CREATE TABLE ledger (
    city        text        NOT NULL PRIMARY KEY,
    size        bigint      NOT NULL CHECK (size >= 0),
    frontier    bytea       NOT NULL,
    digest      text        NOT NULL CHECK (digest IN ('SHA256', 'SM3')),
    recorded_at timestamptz NOT NULL, -- of the last entry: recorded times never go backwards
    created_at  timestamptz NOT NULL DEFAULT now()
) WITH (fillfactor = 10);
COMMENT ON TABLE ledger IS '账本: size and right edge of the Merkle tree of one city';

CREATE TABLE entry (
    city        text        NOT NULL,
    position    bigint      NOT NULL CHECK (position > 0),
    matter      bigint      NOT NULL,
    act         text        NOT NULL,
    happened_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    header      bytea       NOT NULL, -- the bytes that are hashed; the other columns only find them
    leaf        bytea       NOT NULL,
    PRIMARY KEY (city, position)
);
CREATE INDEX entry_matter ON entry (city, matter, position);
COMMENT ON TABLE entry IS '记录: one act, once and for all';

CREATE TABLE body (
    city     text   NOT NULL,
    position bigint NOT NULL,
    kind     text   NOT NULL CHECK (kind IN ('FACTS', 'SECRET')),
    salt     bytea  NOT NULL,
    bytes    bytea  NOT NULL,
    PRIMARY KEY (city, position, kind)
);
COMMENT ON TABLE body IS 'What an entry says: facts in clear, personal fields sealed (SECRET)';

-- Personal data can be forgotten; what was said otherwise stays. The owner of the table is held to it too.
CREATE FUNCTION facts_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the facts of entry % cannot be deleted', OLD.position;
END
$$;
CREATE TRIGGER facts_stay BEFORE DELETE ON body FOR EACH ROW WHEN (OLD.kind <> 'SECRET') EXECUTE FUNCTION facts_stay();

CREATE TABLE slip (
    city     text   NOT NULL,
    slip     text   NOT NULL,
    position bigint NOT NULL,
    PRIMARY KEY (city, slip)
);
COMMENT ON TABLE slip IS '回执号: the caller''s own id of an act, so that nothing is recorded twice';

-- Level 0 is entry.leaf; a tile of level L holds up to 256 hashes of full trees of 256^L leaves.
CREATE TABLE tile (
    city   text   NOT NULL,
    level  int    NOT NULL CHECK (level > 0),
    index  bigint NOT NULL,
    hashes bytea  NOT NULL,
    PRIMARY KEY (city, level, index)
);

CREATE TABLE checkpoint (
    city text        NOT NULL,
    size bigint      NOT NULL,
    root bytea       NOT NULL,
    note text        NOT NULL, -- the signed note, as published
    at   timestamptz NOT NULL,
    PRIMARY KEY (city, size)
);

CREATE TABLE bookmark (
    city     text   NOT NULL,
    follower text   NOT NULL,
    position bigint NOT NULL, -- the last entry this follower has taken in
    PRIMARY KEY (city, follower)
) WITH (fillfactor = 10);

GRANT SELECT, INSERT, UPDATE ON ledger TO shishi_desk;
GRANT SELECT, INSERT ON entry, slip, checkpoint TO shishi_desk;
GRANT SELECT, INSERT, DELETE ON body TO shishi_desk;
GRANT SELECT, INSERT, UPDATE ON tile, bookmark TO shishi_desk;
