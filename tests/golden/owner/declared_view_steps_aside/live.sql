-- Declared, and another than is live: the view comes back as declared.
do $$ begin create role golden_reader; exception when duplicate_object then null; end $$;
do $$ begin create role golden_writer; exception when duplicate_object then null; end $$;
do $$ begin create role golden_owner; exception when duplicate_object then null; end $$;
create table t (id int primary key, a int);
create view v as select id, a from t;
grant select on v to golden_reader;
alter view v owner to golden_owner;
