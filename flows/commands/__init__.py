"""The commands of `crossfoot`, one module a group; each command is one function from arguments to exit code."""
