-- Where matters stand, so that deciding needs no history. All of it can be worked out again from the ledger.

-- One row a matter. Nothing but its keys is indexed, so that updates stay on their page.
CREATE TABLE head (
    city          text        NOT NULL,
    matter        bigint      NOT NULL, -- position of its first entry
    number        text        NOT NULL,
    under         text        NOT NULL,
    stage         text        NOT NULL,
    holder        text,
    last_position bigint      NOT NULL,
    opened_at     timestamptz NOT NULL,
    last_at       timestamptz NOT NULL,
    rings         boolean     NOT NULL,
    state         bytea       NOT NULL, -- flat JSON: units, marks, done, dues
    PRIMARY KEY (city, matter),
    UNIQUE (city, number)
) WITH (fillfactor = 70);
COMMENT ON TABLE head IS 'What the entries of a matter amount to';

-- What is still to be met. The clock reads it by time.
CREATE TABLE due (
    city     text        NOT NULL,
    matter   bigint      NOT NULL,
    deadline text        NOT NULL,
    at       timestamptz NOT NULL,
    rings    boolean     NOT NULL,
    PRIMARY KEY (city, matter, deadline)
);
CREATE INDEX due_at ON due (city, at) WHERE rings;

-- Numbers without gaps: the last one given in each series.
CREATE TABLE series (
    city   text   NOT NULL,
    series text   NOT NULL,
    last   bigint NOT NULL,
    PRIMARY KEY (city, series)
);

-- A keyed hash of a phone or identity number: finds a person again without keeping the number.
CREATE TABLE trace (
    city   text   NOT NULL,
    digest text   NOT NULL,
    matter bigint NOT NULL,
    field  text   NOT NULL,
    PRIMARY KEY (city, digest, matter, field)
);
CREATE INDEX trace_matter ON trace (city, matter);

-- One matter named in another.
CREATE TABLE link (
    city   text   NOT NULL,
    matter bigint NOT NULL,
    field  text   NOT NULL,
    other  bigint NOT NULL,
    PRIMARY KEY (city, matter, field, other)
);
CREATE INDEX link_other ON link (city, other);

-- The text of every procedure version that entries were made under.
CREATE TABLE procedure_text (
    city   text        NOT NULL,
    under  text        NOT NULL,
    pack   text        NOT NULL,
    source text        NOT NULL,
    since  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (city, under)
);

GRANT SELECT, INSERT, UPDATE ON head, series TO shishi_desk;
GRANT SELECT, INSERT, UPDATE, DELETE ON due, trace, link TO shishi_desk;
GRANT SELECT, INSERT ON procedure_text TO shishi_desk;
