-- The name, so that customers can be greeted. Rows that are here already have none until their customer changes again:
-- nothing reads the compacted topic a second time. Until then they are greeted without a name.
ALTER TABLE recipient ADD COLUMN name text;
ALTER TABLE recipient DROP CONSTRAINT erased_is_without_data;
ALTER TABLE recipient ADD CONSTRAINT erased_is_without_data
    CHECK (NOT erased OR (name IS NULL AND email IS NULL AND phone IS NULL));

-- What a customer chose beside channels. In kinds_on and kinds_off stands kind, ':', channel, as 'OrderShipped:SMS'.
ALTER TABLE preferences
    ADD COLUMN kinds_on    text[] NOT NULL DEFAULT '{}',
    ADD COLUMN kinds_off   text[] NOT NULL DEFAULT '{}',
    ADD COLUMN quiet_from  time, -- local time in time_zone
    ADD COLUMN quiet_until time,
    ADD COLUMN time_zone   text   NOT NULL DEFAULT 'UTC',
    ADD COLUMN language    text   NOT NULL DEFAULT 'en',
    ADD CONSTRAINT one_choice_per_kind CHECK (NOT kinds_on && kinds_off),
    ADD CONSTRAINT quiet_hours_have_two_ends
        CHECK ((quiet_from IS NULL) = (quiet_until IS NULL) AND quiet_from <> quiet_until);

-- The devices that customers are reached on. Tokens are too long for the key of an index, so that their digest is it:
-- a token belongs to one customer only. The lowest place is the oldest. Personal data, as are preferences: both go with
-- the customer.
CREATE SEQUENCE push_token_place;
CREATE TABLE push_token (
    sha256      bytea  PRIMARY KEY,
    token       text   NOT NULL,
    customer_id text   NOT NULL,
    place       bigint NOT NULL DEFAULT nextval('push_token_place')
);
CREATE INDEX push_token_of_customer ON push_token (customer_id, place);

-- What unsubscribe links are signed with: one row, which the first replica to start makes.
CREATE TABLE unsubscribe_key (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    key      bytea   NOT NULL
);
