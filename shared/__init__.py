"""What server and apps share: the wire (pure) and the Qt foundation of the three programs."""
