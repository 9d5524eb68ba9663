"""REST for programs: every verb the registry offers at this door, described in OpenAPI, with one shape for every mistake."""
