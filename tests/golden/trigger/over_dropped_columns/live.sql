create table t (id int primary key, a int, b int);
create function f() returns trigger language plpgsql as 'begin return new; end';
create trigger fewer before update of a, b on t for each row execute function f();
create trigger other before update on t for each row when (new.a > 0) execute function f();
create trigger gone before update of a on t for each row execute function f();
