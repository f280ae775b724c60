"""The commands of `crossfoot`, one module a group; each is one function from arguments to an exit code."""
