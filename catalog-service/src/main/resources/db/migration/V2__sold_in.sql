-- The regions whose customers may have a product; none means everywhere.
ALTER TABLE product ADD COLUMN sold_in text[] NOT NULL DEFAULT '{}';
ALTER TABLE stock_view ADD COLUMN sold_in text[] NOT NULL DEFAULT '{}';
