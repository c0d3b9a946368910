-- Products that are sold in some regions only. A restriction that is lifted keeps its row, with no regions, as versions
-- never restart. Whoever changes one holds the product's stock rows.
CREATE TABLE restriction (
    product_id text COLLATE "C" PRIMARY KEY,
    regions    text[] NOT NULL,
    version    bigint NOT NULL DEFAULT 1
);

-- A warehouse that has moved to another region: its products are told again in the order of their ids, from behind this
-- one on. NULL where nothing is to be told again.
ALTER TABLE warehouse ADD COLUMN told_again_to text COLLATE "C";
