-- None of these stands in the way of the plan, and none may be touched by it: a function that reads the view by its
-- text, a trigger on another column.
create table t (id int primary key, a int, b text);
create view v as select id, a from t;
create function f() returns bigint language sql as 'select count(*) from public.v';
create function touch() returns trigger language plpgsql as 'begin return new; end';
create trigger tr before update of b on t for each row execute function touch();
insert into t values (1, 1, 'b');
analyze;
