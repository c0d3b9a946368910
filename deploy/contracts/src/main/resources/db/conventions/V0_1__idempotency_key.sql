-- Answers to requests that carried an Idempotency-Key, so that a repeat gets the first answer.
CREATE TABLE idempotency_key (
    key         text        NOT NULL,
    scope       text        NOT NULL, -- method and path
    fingerprint text        NOT NULL, -- of the body: another one under the same key is refused
    status      integer     NOT NULL,
    location    text,
    etag        text,
    body        text,
    created_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (key, scope)
);
CREATE INDEX idempotency_key_age ON idempotency_key (created_at);
