-- From which device, by a number that leads nowhere else; and how often within a minute, where access was refused.
ALTER TABLE access_line ADD COLUMN device BLOB;
ALTER TABLE access_line ADD COLUMN refused INTEGER;
