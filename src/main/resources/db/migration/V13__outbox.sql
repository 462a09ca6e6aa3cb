-- The outbox as people see it: whether a letter is in somebody's hands, and what a person decided about it.
ALTER TABLE letter
    ADD COLUMN in_hand boolean NOT NULL DEFAULT false, -- taken, and nothing was said of it yet: theirs until next_at
    ADD COLUMN hand    text    NOT NULL DEFAULT '';    -- who decided about it last, and why; goes into the ledger with its end
CREATE INDEX letter_of_number ON letter (city, number);

-- Since when a password holds: whoever signed in before it was changed is signed in no more.
ALTER TABLE account ADD COLUMN password_at timestamptz;
