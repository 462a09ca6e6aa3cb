-- What waits, and how a reader keeps looking at a register.
SET ROLE shishi_desk;
ALTER TABLE sheet.work
    ADD COLUMN first boolean NOT NULL DEFAULT false,  -- comes first within the same light
    ADD COLUMN asked text[]  NOT NULL DEFAULT '{}',   -- acts asked for whatever the stage
    ADD COLUMN notes text[]  NOT NULL DEFAULT '{}';   -- what is shown beside it
CREATE INDEX work_asked ON sheet.work USING gin (asked);
RESET ROLE;

CREATE TABLE saved_view (
    city     text        NOT NULL,
    account  text        NOT NULL,
    register text        NOT NULL,
    name     text        NOT NULL,
    unit     text        NOT NULL DEFAULT '', -- also seen by whoever has a post in it; empty for the account alone
    asked    text        NOT NULL,            -- filters, search, order and columns, as in the address of the register
    saved_at timestamptz NOT NULL,
    PRIMARY KEY (city, account, register, name),
    FOREIGN KEY (city, account) REFERENCES account (city, name)
);
COMMENT ON TABLE saved_view IS '视图: a question to a register that somebody asks again';
CREATE INDEX saved_view_unit ON saved_view (city, unit, register) WHERE unit <> '';
GRANT SELECT, INSERT, UPDATE, DELETE ON saved_view TO shishi_desk;
