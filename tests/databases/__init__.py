"""The databases that tests run on: SQLite in a file, and a PostgreSQL started for the session."""
