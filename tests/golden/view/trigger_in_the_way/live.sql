create table t (id int primary key, a int, at timestamptz);
create function touch() returns trigger language plpgsql as 'begin new.at = now(); return new; end';
create trigger touch_at before update of a on t for each row execute function touch();
insert into t values (1, 1);
analyze;
