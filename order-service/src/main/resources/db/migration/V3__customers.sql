-- Who buys. The row of an erased customer stays, without any data: its version must never start again.
CREATE TABLE customer (
    customer_id  text        PRIMARY KEY,
    version      bigint      NOT NULL DEFAULT 1,
    told_version bigint      NOT NULL DEFAULT 0,
    event_id     uuid        NOT NULL, -- of the telling of this version
    erased       boolean     NOT NULL DEFAULT false,
    name         text,
    email        text,
    phone        text,
    membership   text,
    changed_at   timestamptz NOT NULL,
    CONSTRAINT customer_erased_or_whole CHECK (CASE
        WHEN erased THEN num_nonnulls(name, email, phone, membership) = 0
        ELSE num_nulls(name, email, phone, membership) = 0
    END)
);

CREATE INDEX customer_untold ON customer (changed_at) WHERE told_version < version;

CREATE TABLE customer_address (
    customer_id text  NOT NULL REFERENCES customer,
    address_id  text  NOT NULL,
    address     jsonb NOT NULL,
    PRIMARY KEY (customer_id, address_id)
);
