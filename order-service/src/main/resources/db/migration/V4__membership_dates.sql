-- A membership has dates, or is one for ever; and an erased customer gets a tombstone some time after the erasure was told.
ALTER TABLE customer
    ADD COLUMN member_from   timestamptz, -- the first moment of the membership
    ADD COLUMN member_until  timestamptz, -- the first moment after it
    ADD COLUMN told_at       timestamptz, -- when the present version was told
    ADD COLUMN tombstoned_at timestamptz,
    ADD CONSTRAINT customer_dates_of_member CHECK (
        membership IS NOT DISTINCT FROM 'MEMBER' OR num_nonnulls(member_from, member_until) = 0),
    ADD CONSTRAINT customer_member_from_until CHECK (member_from < member_until),
    ADD CONSTRAINT customer_tombstone_of_erased CHECK (erased OR tombstoned_at IS NULL);

UPDATE customer SET told_at = now() WHERE erased AND told_version = version;

CREATE INDEX customer_without_tombstone ON customer (told_at) WHERE erased AND tombstoned_at IS NULL;
