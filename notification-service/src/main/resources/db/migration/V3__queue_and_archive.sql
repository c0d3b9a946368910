-- What is on its way and what has ended part: the queue stays small and is changed often, the archive grows and is only
-- added to. What is said is written when it is sent, so an event keeps its facts and no text.
--
-- Texts of before cannot be made into facts: what is still on its way is sent by the version that wrote it.
LOCK TABLE notification IN ACCESS EXCLUSIVE MODE;
DO $$
BEGIN
    IF EXISTS (SELECT FROM notification WHERE due_at IS NOT NULL) THEN
        RAISE EXCEPTION 'Notifications are on their way. Let the version before this one send them, then start again.';
    END IF;
END
$$;

-- An event that customers are told of, once however often it is delivered: the primary key decides.
CREATE TABLE event (
    event_id    text        PRIMARY KEY,
    kind        text        NOT NULL,    -- the event's type, as OrderShipped
    customer_id text        NOT NULL,
    read_at     timestamptz NOT NULL,
    facts       text                     -- JSON; null once its customer is forgotten
);
CREATE INDEX event_of_customer ON event (customer_id) WHERE facts IS NOT NULL;
CREATE INDEX event_read_at ON event (read_at);

-- What has not ended. Its rows live for seconds, so it is kept from growing by frequent vacuuming.
CREATE TABLE queued_notification (
    notification_id text        PRIMARY KEY, -- event id, ':', channel
    event_id        text        NOT NULL,
    kind            text        NOT NULL,
    channel         text        NOT NULL,
    customer_id     text        NOT NULL,
    story_id        uuid        NOT NULL,    -- the order or the cart that it is about
    sequence        integer     NOT NULL,    -- of the event within its story
    state           text        NOT NULL,
    due_at          timestamptz NOT NULL,    -- when it is looked at again; while SENDING, when the lease runs out
    lease           timestamptz,             -- of the worker that had it last
    asking          boolean     NOT NULL DEFAULT false, -- whether a provider may have it; only where lost answers end it
    held            text,                    -- why the promise of delivery counts from sendable_at
    attempts        integer     NOT NULL DEFAULT 0,
    reason          text,
    provider        text,
    occurred_at     timestamptz NOT NULL,
    created_at      timestamptz NOT NULL,
    requested_at    timestamptz NOT NULL,    -- later than created_at after a resend
    sendable_at     timestamptz NOT NULL,    -- since when nothing of its customer's holds it back
    CONSTRAINT unfinished_state CHECK (state IN ('PENDING', 'SENDING', 'RETRY', 'WAITING')),
    CONSTRAINT known_hold CHECK (held IN ('CUSTOMER', 'QUIET_HOURS', 'RESEND'))
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000,
        autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 5000);
CREATE INDEX queued_due ON queued_notification (channel, due_at);
CREATE INDEX queued_leased ON queued_notification (channel, due_at) WHERE state = 'SENDING';
CREATE INDEX queued_for_customer ON queued_notification (channel, customer_id)
    WHERE state = 'WAITING' AND held = 'CUSTOMER';
CREATE INDEX queued_story ON queued_notification (story_id, channel, sequence);
CREATE INDEX queued_newest ON queued_notification (created_at, notification_id);
CREATE INDEX queued_of_customer ON queued_notification (customer_id, created_at, notification_id);

CREATE TABLE ended_notification (
    notification_id     text        PRIMARY KEY,
    event_id            text        NOT NULL,
    kind                text        NOT NULL,
    channel             text        NOT NULL,
    customer_id         text        NOT NULL,
    story_id            uuid        NOT NULL,
    sequence            integer     NOT NULL,
    state               text        NOT NULL,
    attempts            integer     NOT NULL,
    reason              text,
    provider            text,
    provider_message_id text,
    occurred_at         timestamptz NOT NULL,
    created_at          timestamptz NOT NULL,
    requested_at        timestamptz NOT NULL,
    sendable_at         timestamptz NOT NULL,    -- since when nothing but the provider's answer was missing
    ended_at            timestamptz NOT NULL,    -- when the provider took it, or it was given up
    CONSTRAINT ended_state CHECK (state IN ('SENT', 'SKIPPED', 'DEAD'))
);
CREATE INDEX ended_newest ON ended_notification (created_at, notification_id);
CREATE INDEX ended_of_story ON ended_notification (story_id, created_at, notification_id);
CREATE INDEX ended_of_customer ON ended_notification (customer_id, created_at, notification_id);
CREATE INDEX ended_unsent ON ended_notification (state, created_at, notification_id) WHERE state <> 'SENT';

INSERT INTO event (event_id, kind, customer_id, read_at)
SELECT event_id, min(kind), min(customer_id), min(created_at) FROM notification GROUP BY event_id;
INSERT INTO ended_notification
SELECT notification_id, event_id, kind, channel, customer_id, order_id, sequence, state, attempts, reason, provider,
    provider_message_id, occurred_at, created_at, requested_at, requested_at, coalesce(sent_at, requested_at)
FROM notification;
DROP TABLE notification;

-- Who waits for a customer looks whether there is one.
ALTER TABLE recipient DROP COLUMN known_since;

-- Both as one, to look at.
CREATE VIEW notification AS
SELECT notification_id, event_id, kind, channel, customer_id, story_id, sequence, state, due_at, attempts, reason,
    provider, NULL::text AS provider_message_id, occurred_at, created_at, NULL::timestamptz AS ended_at
FROM queued_notification
UNION ALL
SELECT notification_id, event_id, kind, channel, customer_id, story_id, sequence, state, NULL::timestamptz, attempts,
    reason, provider, provider_message_id, occurred_at, created_at, ended_at
FROM ended_notification;

-- When each provider may be given the next messages, and until when it wants to be left alone: what all replicas share.
CREATE TABLE provider_rate (
    provider     text        PRIMARY KEY, -- channel, '/', name
    free_at      timestamptz NOT NULL,
    paused_until timestamptz NOT NULL DEFAULT '-infinity'
);
DROP TABLE channel_rate;
