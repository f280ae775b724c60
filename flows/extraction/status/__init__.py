"""Who claims a figure, and whether it is reported, foreseen or aimed at."""
