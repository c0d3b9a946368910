CREATE TABLE category (
    category text PRIMARY KEY,
    name     text NOT NULL
);
INSERT INTO category (category, name) VALUES
    ('ELECTRONICS', 'Electronics'),
    ('BOOKS', 'Books'),
    ('CLOTHING', 'Clothing'),
    ('HOME', 'Home'),
    ('SPORTS', 'Sports');

CREATE TABLE product (
    product_id       text        PRIMARY KEY,
    version          bigint      NOT NULL CHECK (version >= 1),
    told_version     bigint      NOT NULL DEFAULT 0 CHECK (told_version <= version),
    status           text        NOT NULL CHECK (status IN ('ACTIVE', 'DISCONTINUED')),
    name             text        NOT NULL,
    description      text,
    brand            text,
    category         text        NOT NULL REFERENCES category,
    price            numeric     NOT NULL CHECK (price >= 0),
    currency         text        NOT NULL,
    popularity       bigint      NOT NULL CHECK (popularity >= 0),
    attributes       jsonb       NOT NULL,
    in_stock         boolean     NOT NULL,
    in_stock_regions text[]      NOT NULL,
    rating_sum       bigint      NOT NULL DEFAULT 0,
    review_count     integer     NOT NULL DEFAULT 0 CHECK (rating_sum BETWEEN review_count AND 5 * review_count),
    created_at       timestamptz NOT NULL,
    updated_at       timestamptz NOT NULL
);
-- What is still to be told, longest waiting first.
CREATE INDEX product_untold ON product (updated_at, product_id) WHERE told_version < version;

-- What inventory said last of a product, also of one that is not known here yet. Who changes a product locks its row
-- here first: so a stock event and the creation of its product cannot miss each other.
CREATE TABLE stock_view (
    product_id text    PRIMARY KEY,
    version    bigint  NOT NULL DEFAULT 0,
    in_stock   boolean NOT NULL DEFAULT false,
    regions    text[]  NOT NULL DEFAULT '{}'
);

-- Imported lines whose product is not in the index yet; the indexer deletes what it has acknowledged.
CREATE TABLE unindexed (
    product_id text    NOT NULL,
    import_id  text    NOT NULL,
    version    bigint  NOT NULL,
    lines      integer NOT NULL,
    PRIMARY KEY (product_id, import_id)
);
CREATE INDEX unindexed_import ON unindexed (import_id);
