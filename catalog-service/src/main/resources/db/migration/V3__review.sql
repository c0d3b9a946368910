-- What customers think of products. The primary key is what keeps it at one review of each.
CREATE TABLE review (
    product_id  text        NOT NULL REFERENCES product,
    customer_id text        NOT NULL,
    rating      integer     NOT NULL CHECK (rating BETWEEN 1 AND 5),
    title       text,
    text        text,
    created_at  timestamptz NOT NULL,
    updated_at  timestamptz NOT NULL,
    PRIMARY KEY (product_id, customer_id)
);
CREATE INDEX review_newest ON review (product_id, updated_at, customer_id);
