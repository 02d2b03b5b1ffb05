"""Tables of events made elsewhere → acts, marked as without spans."""
