-- Roles with names that need quotes, in the list of the catalog and in SQL.
do $$ begin create role "odd ""role""; =r/x"; exception when duplicate_object then null; end $$;
do $$ begin create role "Öd,{a}"; exception when duplicate_object then null; end $$;
create table t (id int primary key, a int);
grant select on t to "odd ""role""; =r/x";
grant insert on t to "Öd,{a}";
