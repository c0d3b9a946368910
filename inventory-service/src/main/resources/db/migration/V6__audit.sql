-- An audit is noted when it begins, and what it found when it ends. One that failed, or whose replica died, has found
-- nothing, but counts for the time of the next all the same: else it would be tried again at every look.
ALTER TABLE audit_run
    ALTER COLUMN took_ms DROP NOT NULL,
    ALTER COLUMN products DROP NOT NULL,
    ALTER COLUMN drift_units DROP NOT NULL,
    ADD COLUMN differing_products bigint, -- how many products differ
    ADD COLUMN differing text[];          -- the first of them, for the repair of what an audit found

-- now() is when the transaction began. One that waits for stock rows writes later than those it waited for, but began
-- earlier: by now() the history of a product would show times that go backwards. Since the rows are held when movements
-- are written, the clock itself goes the way of the ledger.
ALTER TABLE movement ALTER COLUMN moved_at SET DEFAULT clock_timestamp();
