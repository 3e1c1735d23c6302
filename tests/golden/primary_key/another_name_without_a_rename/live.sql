-- Not declared to be a rename, so it is none; but a table has one primary key at a time.
create table t (id int constraint t_old primary key);
create table c (t_id int constraint c_t references t);
insert into t values (1);
insert into c values (1);
analyze;
