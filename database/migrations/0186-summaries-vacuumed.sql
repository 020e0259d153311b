-- The lists are read from indexes alone as long as the pages behind them are known to be clean. A twentieth of the rows renewed is
-- where that stops to pay; the default waits for a fifth.
alter table case_summary set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 200);
alter table access set (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_insert_scale_factor = 0.05);
