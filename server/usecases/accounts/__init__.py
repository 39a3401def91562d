"""Getting in to the manager's pages: passwords and six digits are tried, sessions begin and end."""
