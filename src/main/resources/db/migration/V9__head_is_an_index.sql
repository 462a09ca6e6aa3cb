-- Where a matter stands is what its entries amount to, and nothing else is kept of it: a head only finds it.
-- Written once a matter instead of once an act.
ALTER TABLE head
    DROP COLUMN stage,
    DROP COLUMN holder,
    DROP COLUMN last_position,
    DROP COLUMN opened_at,
    DROP COLUMN last_at,
    DROP COLUMN rings,
    DROP COLUMN state,
    RESET (fillfactor);
COMMENT ON TABLE head IS 'Finds a matter by its number, and the procedure version it stands under';
