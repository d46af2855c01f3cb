-- Whoever has a role is found without looking at the rows.
DROP INDEX account_role_by_role;
CREATE INDEX account_role_by_role ON account_role (role, person);
