"""Tools for assistants: the registry's verbs over the Model Context Protocol. Runs in its own process, because its parts are slow to import."""
