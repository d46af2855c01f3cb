-- Which receipts came since look-up keys were last changed: 0 until addresses are hashed under a key made after them.
ALTER TABLE keeper_receipt ADD COLUMN lookups INTEGER NOT NULL DEFAULT 0;
CREATE INDEX keeper_receipt_lookups ON keeper_receipt (lookups);
