-- What local providers took. Personal data: what was sent to whom. A message that came twice has two rows.
CREATE TABLE outbox (
    outbox_id           bigint      PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    channel             text        NOT NULL,
    customer_id         text        NOT NULL,
    notification_id     text        NOT NULL,
    kind                text        NOT NULL,
    story_id            uuid        NOT NULL,
    sent_to             text[]      NOT NULL,
    subject             text        NOT NULL,
    body_text           text        NOT NULL,
    body_html           text,
    provider_message_id text        NOT NULL,
    taken_at            timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX outbox_of_customer ON outbox (customer_id, outbox_id);
