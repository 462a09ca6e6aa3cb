-- Connections of the program plan every statement anew, for the tables as they are. What a batch is written by only inserts
-- or goes by one key: its plans may be kept, and making them anew would cost a small batch half as much as writing it.
ALTER FUNCTION lay_lines SET plan_cache_mode = auto;
ALTER FUNCTION move_edge SET plan_cache_mode = auto;
ALTER FUNCTION move_matters SET plan_cache_mode = auto;
