-- Which acts were done with an open matter: what somebody watches for without being asked anything.
ALTER TABLE sheet.work ADD COLUMN done text[] NOT NULL DEFAULT '{}';
-- The sheets work themselves out again.
DELETE FROM sheet.definition;
