-- PostgreSQL changes no type of a column that a trigger names, in its list of columns or in its condition.
create table t (id int primary key, a int, at timestamptz, b int);
create function touch() returns trigger language plpgsql as 'begin new.at = now(); return new; end';
create trigger touch_at before update of a on t for each row execute function touch();
create trigger touch_when before update on t for each row when (old.a is distinct from new.a) execute function touch();
create trigger touch_other before update of b on t for each row execute function touch();
comment on trigger touch_at on t is 'when it was';
alter table t disable trigger touch_when;
insert into t values (1, 1);
analyze;
