-- Ways past the walls that PostgreSQL's own catalogue shows. Run in the database of an installation it returns no row:
--     psql accord -f catalogue.sql
WITH own AS (
    SELECT c.oid, c.relname, c.relkind, c.relowner, c.relrowsecurity, c.relforcerowsecurity, c.reloptions,
           c.relname <> 'people_assignment'  -- read before there is a scope
               AND EXISTS (SELECT 1 FROM pg_constraint f JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = f.conkey[1]
                           WHERE f.conrelid = c.oid AND f.contype = 'f' AND a.attname = 'client_id'
                             AND f.confrelid = 'people_client'::regclass) AS of_client
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public'
), walled AS (
    SELECT * FROM own WHERE relkind IN ('r', 'p') AND (of_client OR relname = 'people_client')
)
SELECT 'no row level security' AS fault, relname::text AS what FROM walled WHERE NOT relrowsecurity
UNION ALL SELECT 'row level security not forced on the owner', relname FROM walled WHERE NOT relforcerowsecurity
UNION ALL SELECT 'not exactly the policies expected', w.relname FROM walled w
    WHERE (SELECT array_agg(polname::text ORDER BY polname) FROM pg_policy p WHERE p.polrelid = w.oid)
          IS DISTINCT FROM CASE w.relname WHEN 'people_client' THEN ARRAY['own_client', 'roll_of_clients'] ELSE ARRAY['own_client'] END
UNION ALL SELECT 'policy without a check on what is written', w.relname FROM walled w JOIN pg_policy p ON p.polrelid = w.oid
    WHERE p.polname = 'own_client' AND (p.polcmd <> '*' OR p.polqual IS NULL OR p.polwithcheck IS NULL OR p.polroles <> '{0}')
UNION ALL SELECT 'policy that forgets NULLIF', w.relname FROM walled w JOIN pg_policy p ON p.polrelid = w.oid
    WHERE p.polname = 'own_client' AND pg_get_expr(p.polqual, p.polrelid) NOT LIKE '%NULLIF%'
UNION ALL SELECT 'view that reads with its owner''s rights', relname FROM own
    WHERE relkind = 'v' AND NOT coalesce(reloptions::text ILIKE '%security_invoker=%true%' OR reloptions::text ILIKE '%security_invoker=on%', false)
UNION ALL SELECT 'materialized view, which no policy filters', relname FROM own WHERE relkind = 'm'
UNION ALL SELECT 'function that runs with its owner''s rights', p.proname::text FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname = 'public' AND p.prosecdef
UNION ALL SELECT 'owned by the role Accord runs as', relname FROM own WHERE relowner = 'accord_app'::regrole
UNION ALL SELECT 'schema or database owned by the role Accord runs as', nspname::text FROM pg_namespace WHERE nspowner = 'accord_app'::regrole
UNION ALL SELECT 'function owned by the role Accord runs as', proname::text FROM pg_proc WHERE proowner = 'accord_app'::regrole
UNION ALL SELECT 'too mighty', rolname::text FROM pg_roles
    WHERE rolname IN ('accord_app', 'accord_owner') AND (rolsuper OR rolbypassrls OR rolcreaterole OR (rolname = 'accord_app' AND rolcreatedb))
UNION ALL SELECT 'member of another role', r.rolname::text FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.member WHERE r.rolname = 'accord_app'
UNION ALL SELECT 'may truncate, reference or add triggers', relname FROM walled
    WHERE has_table_privilege('accord_app', oid, 'TRUNCATE, REFERENCES, TRIGGER')
UNION ALL SELECT 'may make objects', nspname::text FROM pg_namespace WHERE nspname = 'public' AND has_schema_privilege('accord_app', oid, 'CREATE')
UNION ALL SELECT 'may change what is append-only', c.relname FROM walled c JOIN pg_trigger t ON t.tgrelid = c.oid AND t.tgname = 'accord_stands_firm_row'
    WHERE has_table_privilege('accord_app', c.oid, 'UPDATE, DELETE')
UNION ALL SELECT 'trigger that is switched off', c.relname FROM walled c JOIN pg_trigger t ON t.tgrelid = c.oid WHERE t.tgenabled = 'D'
UNION ALL SELECT 'unique among all clients', c.relname || ': ' || i.indexrelid::regclass::text FROM walled c JOIN pg_index i ON i.indrelid = c.oid
    WHERE c.of_client AND i.indisunique AND NOT i.indisprimary
      AND NOT EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'client_id' AND a.attnum = ANY (i.indkey))
      AND NOT EXISTS (SELECT 1 FROM pg_constraint f WHERE f.conrelid = c.oid AND f.contype = 'f' AND f.conkey = string_to_array(i.indkey::text, ' ')::int2[])
UNION ALL SELECT 'foreign key that can reach into another client', c.relname || ': ' || f.conname FROM walled c
    JOIN pg_constraint f ON f.conrelid = c.oid AND f.contype = 'f' JOIN walled p ON p.oid = f.confrelid AND p.of_client
    WHERE c.of_client AND array_length(f.conkey, 1) = 1
      AND NOT EXISTS (SELECT 1 FROM pg_constraint g JOIN pg_attribute a ON a.attrelid = g.conrelid AND a.attnum = g.conkey[1]
                      WHERE g.conrelid = c.oid AND g.contype = 'f' AND g.confrelid = f.confrelid AND array_length(g.conkey, 1) = 2
                        AND a.attname = 'client_id' AND g.conkey[2] = f.conkey[1])
UNION ALL SELECT 'grant to everybody', table_name::text FROM information_schema.role_table_grants WHERE grantee = 'PUBLIC' AND table_schema = 'public';
