do $$ begin create role golden_reader; exception when duplicate_object then null; end $$;
create table t (id int, a int, b int);
create view given as select id, a, b from t;
grant select (id), update (a) on given to golden_reader;
create view kept as select id, a from t;
grant select (id) on kept to golden_reader;
create view none as select id from t;
