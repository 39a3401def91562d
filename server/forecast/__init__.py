"""How long still: waiting times as ranges, learned from what happened; pure, and fed by the fold's changes."""
