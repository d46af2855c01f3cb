-- When a failed act is tried again, besides at every nightly look.
ALTER TABLE keeper_act ADD COLUMN retry_at INTEGER;
