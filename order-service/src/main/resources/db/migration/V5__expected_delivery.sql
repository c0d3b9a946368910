-- The day on which the carrier expects to deliver; unknown for what was shipped before, and where nobody said.
ALTER TABLE orders ADD COLUMN expected_delivery date;
