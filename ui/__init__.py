"""The only room that knows Qt, and the command line; screens speak to `app.office` alone."""
