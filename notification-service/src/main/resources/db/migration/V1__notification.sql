-- How customers can be reached, as order.customers.v1 tells. The only table with personal data.
CREATE TABLE recipient (
    customer_id text        PRIMARY KEY,
    version     bigint      NOT NULL,
    erased      boolean     NOT NULL,
    email       text,
    phone       text,
    known_since timestamptz NOT NULL DEFAULT now(), -- when this service first heard of the customer
    CONSTRAINT erased_is_without_data CHECK (NOT erased OR (email IS NULL AND phone IS NULL))
);
CREATE INDEX recipient_known_since ON recipient (known_since);

-- What a customer does not want; without a row, every channel is on.
CREATE TABLE preferences (
    customer_id  text   PRIMARY KEY,
    version      bigint NOT NULL,
    channels_off text[] NOT NULL
);

-- One row per event and channel: the primary key is what makes a notification be there once, however often its event
-- is delivered.
CREATE TABLE notification (
    notification_id     text        PRIMARY KEY, -- event id, ':', channel
    event_id            text        NOT NULL,
    kind                text        NOT NULL,
    channel             text        NOT NULL,
    customer_id         text        NOT NULL,
    order_id            uuid        NOT NULL,
    sequence            integer     NOT NULL,    -- of the event within its order
    subject             text        NOT NULL,
    body                text        NOT NULL,
    state               text        NOT NULL,
    due_at              timestamptz,             -- when it is looked at again; while SENDING, when the lease runs out
    attempts            integer     NOT NULL DEFAULT 0,
    reason              text,
    provider            text,
    provider_message_id text,
    occurred_at         timestamptz NOT NULL,
    created_at          timestamptz NOT NULL,
    requested_at        timestamptz NOT NULL,    -- later than created_at after a resend
    sent_at             timestamptz,
    CONSTRAINT known_state
        CHECK (state IN ('PENDING', 'SENDING', 'RETRY', 'WAITING', 'SENT', 'SKIPPED', 'DEAD')),
    CONSTRAINT due_until_ended
        CHECK ((state IN ('SENT', 'SKIPPED', 'DEAD')) = (due_at IS NULL))
);
CREATE INDEX notification_due ON notification (channel, due_at) WHERE due_at IS NOT NULL;
CREATE INDEX notification_unfinished ON notification (order_id, channel, sequence) WHERE due_at IS NOT NULL;
CREATE INDEX notification_waiting ON notification (customer_id) WHERE state = 'WAITING';
CREATE INDEX notification_newest ON notification (created_at, notification_id);
CREATE INDEX notification_of_order ON notification (order_id, created_at, notification_id);
CREATE INDEX notification_of_customer ON notification (customer_id, created_at, notification_id);
CREATE INDEX notification_in_state ON notification (state, created_at, notification_id);
