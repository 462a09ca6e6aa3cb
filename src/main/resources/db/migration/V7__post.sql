-- What leaves the house: letters on their way, where accounts are written to, and feeds of deadlines.

-- One row for each notice of an entry and each addressee: the key is why nobody is told twice. It holds no name, number or
-- address of a person: those stay sealed in the ledger and are opened at the moment of sending.
CREATE TABLE letter (
    city      text        NOT NULL,
    entry     bigint      NOT NULL, -- the entry the notice is about
    notice    text        NOT NULL,
    addressee text        NOT NULL, -- a field of the matter (caller), or an account (@chengguan)
    id        uuid        NOT NULL, -- made of the key: couriers and gateways know a letter by it, however often it goes out
    matter    bigint      NOT NULL,
    number    text        NOT NULL,
    words     text        NOT NULL, -- as they will arrive: short facts only
    ways      text[]      NOT NULL, -- still to be tried after this one
    way       text        NOT NULL,
    state     text        NOT NULL CHECK (state IN ('WAITING', 'SENT', 'FAILED')),
    round     int         NOT NULL DEFAULT 0, -- how often somebody had it tried anew
    tries     int         NOT NULL DEFAULT 0, -- by this way, in this round
    next_at   timestamptz NOT NULL, -- not to be taken before: waiting, or in somebody's hands until then
    courier   text        NOT NULL DEFAULT '', -- who took it last
    receipt   text        NOT NULL DEFAULT '',
    why       text        NOT NULL DEFAULT '', -- of the last failure
    made_at   timestamptz NOT NULL,
    ended_at  timestamptz,
    told      bigint,               -- the entry that says what became of it
    PRIMARY KEY (city, entry, notice, addressee),
    UNIQUE (city, id)
) WITH (fillfactor = 80);
CREATE INDEX letter_waiting ON letter (city, way, next_at) WHERE state = 'WAITING';
CREATE INDEX letter_untold ON letter (city, entry) WHERE state <> 'WAITING' AND told IS NULL;
CREATE INDEX letter_shown ON letter (city, state, entry DESC);
COMMENT ON TABLE letter IS '函件: a notice on its way to one addressee';

CREATE TABLE mailbox (
    city    text NOT NULL,
    account text NOT NULL,
    mail    text NOT NULL,
    PRIMARY KEY (city, account),
    FOREIGN KEY (city, account) REFERENCES account (city, name)
);
COMMENT ON TABLE mailbox IS '工作邮箱: where an account is written to';

CREATE TABLE feed (
    city     text        NOT NULL,
    account  text        NOT NULL,
    hash     bytea       NOT NULL, -- SHA-256 of the address'' secret part, which is shown once and kept nowhere
    since    timestamptz NOT NULL,
    PRIMARY KEY (city, account),
    UNIQUE (city, hash),
    FOREIGN KEY (city, account) REFERENCES account (city, name)
);
COMMENT ON TABLE feed IS '日历订阅: the deadlines of an account, read by a calendar program';

GRANT SELECT, INSERT, UPDATE ON letter TO shishi_desk;
GRANT SELECT, INSERT, UPDATE, DELETE ON mailbox, feed TO shishi_desk;
