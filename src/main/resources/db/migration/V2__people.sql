-- Who may act: divisions, units, accounts with their posts, and tokens for programs.
-- Nothing an entry may name is ever deleted: divisions, units and accounts are closed or renamed.

CREATE TABLE division (
    city    text NOT NULL,
    code    text NOT NULL,
    name    text NOT NULL,
    name_en text NOT NULL DEFAULT '',
    parent  text,
    PRIMARY KEY (city, code)
);
COMMENT ON TABLE division IS '行政区划: the city, its subdistricts, towns and townships, their villages';

CREATE TABLE unit (
    city     text NOT NULL,
    id       text NOT NULL,
    place    int  NOT NULL, -- in the order the city keeps its units
    name     text NOT NULL,
    name_en  text NOT NULL DEFAULT '',
    kind     text NOT NULL,
    parent   text,
    division text,          -- that it answers for on the spot
    sign     text NOT NULL DEFAULT '',
    PRIMARY KEY (city, id)
);
COMMENT ON TABLE unit IS '单位: whoever can be made to answer for a matter';
COMMENT ON COLUMN unit.sign IS '机关代字: the letters in the numbers of its documents';

CREATE TABLE unit_cover (
    city     text NOT NULL,
    unit     text NOT NULL,
    division text NOT NULL,
    PRIMARY KEY (city, unit, division)
);
COMMENT ON TABLE unit_cover IS '联系乡镇: divisions a unit looks after besides its own';

CREATE TABLE account (
    city          text        NOT NULL,
    name          text        NOT NULL,
    display_name  text        NOT NULL,
    password_hash text        NOT NULL, -- Argon2id with its parameters
    status        text        NOT NULL DEFAULT 'OPEN' CHECK (status IN ('OPEN', 'CLOSED')),
    wrong         int         NOT NULL DEFAULT 0, -- wrong passwords in a row
    locked_until  timestamptz,
    opened_at     timestamptz NOT NULL,
    PRIMARY KEY (city, name)
) WITH (fillfactor = 70);
COMMENT ON TABLE account IS '账号: who signs in, a person or a program';

CREATE TABLE post (
    city    text NOT NULL,
    account text NOT NULL,
    duty    text NOT NULL,
    unit    text NOT NULL, -- empty for a duty outside all units
    PRIMARY KEY (city, account, duty, unit),
    FOREIGN KEY (city, account) REFERENCES account (city, name)
);
COMMENT ON TABLE post IS '岗位: a duty an account holds in a unit';

CREATE TABLE token (
    city       text        NOT NULL,
    hash       bytea       NOT NULL, -- SHA-256; the token itself is shown once and kept nowhere
    account    text        NOT NULL,
    issued_at  timestamptz NOT NULL,
    used_at    timestamptz,          -- last, to the minute
    revoked_at timestamptz,
    PRIMARY KEY (city, hash),
    FOREIGN KEY (city, account) REFERENCES account (city, name)
) WITH (fillfactor = 70);
CREATE INDEX token_account ON token (city, account);
COMMENT ON TABLE token IS '令牌: by which a program proves to be an account';

GRANT SELECT, INSERT, UPDATE ON division, unit, account, token TO shishi_desk;
GRANT SELECT, INSERT, DELETE ON post, unit_cover TO shishi_desk;
