-- Sheets: a cache of the ledger. The program makes and drops the tables of registers here as the packs define them.
CREATE SCHEMA sheet AUTHORIZATION shishi_desk;
SET ROLE shishi_desk;

-- Which definition each register of a city was worked out by; another one means working out anew.
CREATE TABLE sheet.definition (
    city text NOT NULL,
    name text NOT NULL,
    hash text NOT NULL,
    PRIMARY KEY (city, name)
);

-- Figures: how many rows count on a day, split by the columns of the figure in their order.
CREATE TABLE sheet.cell (
    city   text   NOT NULL,
    figure text   NOT NULL,
    day    date   NOT NULL, -- 1970-01-01 for a figure without a day
    dims   text[] NOT NULL,
    n      bigint NOT NULL,
    PRIMARY KEY (city, figure, day, dims)
);

-- Every open matter of any procedure: what worklists are made of.
CREATE TABLE sheet.work (
    city         text        NOT NULL,
    matter       bigint      NOT NULL,
    number       text        NOT NULL,
    procedure    text        NOT NULL,
    stage        text        NOT NULL,
    holder       text,
    opened_by    text        NOT NULL,
    opened       timestamptz NOT NULL,
    title        text        NOT NULL,
    subject      text,
    division     text,
    due          timestamptz,
    due_deadline text,
    near         timestamptz,
    last         timestamptz NOT NULL,
    PRIMARY KEY (city, matter)
);
CREATE INDEX work_stage ON sheet.work (city, procedure, stage, due);
CREATE INDEX work_holder ON sheet.work (city, holder, due);
RESET ROLE;
