-- Connections of the program plan every statement anew, for the tables as they are. What a batch is written by keeps its
-- plans: nearly all of it only inserts or goes by one key, and a small batch would be planned as often as it is written.
ALTER FUNCTION lay_lines SET plan_cache_mode = auto;
ALTER FUNCTION move_edge SET plan_cache_mode = auto;
ALTER FUNCTION move_matters SET plan_cache_mode = auto;
