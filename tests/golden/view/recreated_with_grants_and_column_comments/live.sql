-- Its owner and grants, its columns' grants, comments and defaults: all must be there again once the view has stepped aside.
do $$ begin create role golden_reader; exception when duplicate_object then null; end $$;
do $$ begin create role golden_owner; exception when duplicate_object then null; end $$;
grant golden_owner to current_user;
create table t (id int primary key, a int);
create view v as select id, a from t;
grant select on v to golden_reader;
grant update (a) on v to golden_reader;
grant references (id) on v to golden_reader;
grant select on t to golden_owner;
alter view v owner to golden_owner;
comment on column v.a is 'as it was';
alter view v alter column a set default 7;
insert into t values (1, 1);
analyze;
