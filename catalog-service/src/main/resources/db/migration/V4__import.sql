-- What is still to be told, longest waiting first: an entry for each change, written with it and deleted once it is told.
-- It took the place of a mark in the product itself, which wrote each product anew, and its indexes, just to say so.
CREATE TABLE untold (
    entry      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    product_id text   NOT NULL
);
INSERT INTO untold (product_id) SELECT product_id FROM product WHERE told_version < version ORDER BY updated_at;
DROP INDEX product_untold;
ALTER TABLE product DROP COLUMN told_version;

-- How many lines of an import have left `unindexed`, which has to be known often, and is costly to count there.
CREATE TABLE import_indexed (
    import_id text   PRIMARY KEY,
    lines     bigint NOT NULL
);
INSERT INTO import_indexed (import_id, lines)
SELECT i.import_id, i.created + i.updated - coalesce(sum(u.lines), 0)
FROM import i LEFT JOIN unindexed u ON u.import_id = i.import_id GROUP BY i.import_id;
DROP INDEX unindexed_import;

-- One row for each version that an import made: rows are inserted and deleted, and nobody waits for another.
ALTER TABLE unindexed DROP CONSTRAINT unindexed_pkey, ADD PRIMARY KEY (product_id, version);
ALTER TABLE unindexed ALTER COLUMN lines SET DEFAULT 1;
