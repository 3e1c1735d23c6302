create table t (id int, body text) with (fillfactor = 90, autovacuum_enabled = false, toast.autovacuum_vacuum_threshold = 100, toast.vacuum_truncate = false);
insert into t values (1, 'x');
analyze t;
