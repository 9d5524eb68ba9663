-- The roles of Accord on PostgreSQL. Run by an administrator in each database made for Accord, before `accord migrate`:
--     createdb accord && psql accord -f roles.sql
-- and give each a password: ALTER ROLE accord_owner PASSWORD '...'; ALTER ROLE accord_app PASSWORD '...'; and so on.
-- Run it again after an update of Accord that says so: it adds what is missing and changes nothing else.
-- Roles belong to the whole server: a second database finds them there.

-- Owns the tables and changes their shape; used by `accord migrate` only.
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'accord_owner') THEN
    CREATE ROLE accord_owner LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE;
END IF; END $$;
-- What Accord runs as: owns nothing, bypasses nothing, creates nothing.
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'accord_app') THEN
    CREATE ROLE accord_app LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
END IF; END $$;
-- Reads everything for a backup, and writes nothing.
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'accord_backup') THEN
    CREATE ROLE accord_backup LOGIN NOSUPERUSER BYPASSRLS NOCREATEDB NOCREATEROLE;
END IF; END $$;
-- What the speak application runs as: it may drop a warning without a name into the spool, and read what it shows to whoever comes back.
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'accord_speak') THEN
    CREATE ROLE accord_speak LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE CONNECTION LIMIT 20;
END IF; END $$;

REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE, CREATE ON SCHEMA public TO accord_owner;
GRANT USAGE ON SCHEMA public TO accord_app, accord_backup, accord_speak;
ALTER DEFAULT PRIVILEGES FOR ROLE accord_owner IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO accord_app;
ALTER DEFAULT PRIVILEGES FOR ROLE accord_owner IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO accord_app;
ALTER DEFAULT PRIVILEGES FOR ROLE accord_owner IN SCHEMA public GRANT SELECT ON TABLES TO accord_backup;
ALTER DEFAULT PRIVILEGES FOR ROLE accord_owner IN SCHEMA public GRANT SELECT ON SEQUENCES TO accord_backup;

-- `accord migrate` lets the speak application in where its role is there; here for an installation that was migrated before.
DO $$ BEGIN IF to_regclass('public.risks_spool') IS NOT NULL THEN
    GRANT INSERT ON risks_spool TO accord_speak;
    GRANT SELECT ON risks_board, risks_report, risks_reportpost TO accord_speak;
END IF; END $$;
