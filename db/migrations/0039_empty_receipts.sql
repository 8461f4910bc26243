-- Receipts of forms held whole results: a phone or a document that an officer had looked up stood in them.
-- The keys stay, so that what was sent once is not done twice.
update idempotency_keys set response = null where response is not null;
