-- Every pricing policy that there was; the one with the highest version is in force.
CREATE TABLE pricing_policy (
    version bigint      PRIMARY KEY CHECK (version > 0), -- two who change the same policy cannot both succeed
    policy  jsonb       NOT NULL,
    since   timestamptz NOT NULL DEFAULT now()
);
INSERT INTO pricing_policy (version, policy) VALUES (1, '{"strategies": [{"type": "REGULAR"}], "combine": "BEST"}');
