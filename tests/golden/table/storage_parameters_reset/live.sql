create table t (id int, body text) with (fillfactor = 90, toast.autovacuum_enabled = false);
