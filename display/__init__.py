"""The screen in the waiting room: who is called where."""
