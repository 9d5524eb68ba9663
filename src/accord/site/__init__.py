"""Where it is all put together: settings, urls, the server's entry."""
