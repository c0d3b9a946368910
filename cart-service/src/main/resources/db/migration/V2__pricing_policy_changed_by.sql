-- Who put a policy in force. The default is for those of old, and for replicas of old that still write some.
ALTER TABLE pricing_policy
    ADD COLUMN changed_by text NOT NULL DEFAULT 'unknown' CHECK (length(changed_by) BETWEEN 1 AND 255);
