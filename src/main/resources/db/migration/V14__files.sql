-- Files lie in the data folder under the hash of their bytes; here stands who sent them and which matters name them.

-- Who sent which file lately: an act may name only what its own actor sent.
CREATE TABLE upload (
    city    text        NOT NULL,
    digest  text        NOT NULL, -- SHA-256 of the bytes kept, hexadecimal
    account text        NOT NULL,
    at      timestamptz NOT NULL,
    PRIMARY KEY (city, digest, account)
);
CREATE INDEX upload_at ON upload (city, at);
COMMENT ON TABLE upload IS 'Files sent within a day, by whom';

-- Which matters name a file. Can be worked out again from the ledger.
CREATE TABLE filed (
    city     text    NOT NULL,
    digest   text    NOT NULL,
    matter   bigint  NOT NULL, -- position of its first entry
    field    text    NOT NULL,
    personal boolean NOT NULL,
    PRIMARY KEY (city, digest, matter, field)
);
CREATE INDEX filed_matter ON filed (city, matter);
COMMENT ON TABLE filed IS 'Which matters name which files';

GRANT SELECT, INSERT, UPDATE, DELETE ON upload, filed TO shishi_desk;
