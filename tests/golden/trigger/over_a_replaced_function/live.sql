create table t (id int primary key, a int);
create function f(n int) returns int language sql as 'select n';
create function put() returns trigger language plpgsql as 'begin return new; end';
create trigger t_when before update on t for each row when (f(new.a) > 0) execute function put();
create constraint trigger t_constraint after insert on t for each row when (f(new.a) > 0) execute function put();
comment on trigger t_when on t is 'stays';
