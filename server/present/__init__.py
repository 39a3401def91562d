"""The inside in words: messages for programs, sentences for people, and who may see which."""
