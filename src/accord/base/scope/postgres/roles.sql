-- The roles of Accord on PostgreSQL. Run once by an administrator, in the database made for Accord, before `accord migrate`:
--     createdb accord && psql accord -f roles.sql
-- and give each a password: ALTER ROLE accord_owner PASSWORD '...'; ALTER ROLE accord_app PASSWORD '...';

-- Owns the tables and changes their shape; used by `accord migrate` only.
CREATE ROLE accord_owner LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE;
-- What Accord runs as: owns nothing, bypasses nothing, creates nothing.
CREATE ROLE accord_app LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
-- Reads everything for a backup, and writes nothing.
CREATE ROLE accord_backup LOGIN NOSUPERUSER BYPASSRLS NOCREATEDB NOCREATEROLE;

REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE, CREATE ON SCHEMA public TO accord_owner;
GRANT USAGE ON SCHEMA public TO accord_app, accord_backup;
ALTER DEFAULT PRIVILEGES FOR ROLE accord_owner IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO accord_app;
ALTER DEFAULT PRIVILEGES FOR ROLE accord_owner IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO accord_app;
ALTER DEFAULT PRIVILEGES FOR ROLE accord_owner IN SCHEMA public GRANT SELECT ON TABLES TO accord_backup;
ALTER DEFAULT PRIVILEGES FOR ROLE accord_owner IN SCHEMA public GRANT SELECT ON SEQUENCES TO accord_backup;
