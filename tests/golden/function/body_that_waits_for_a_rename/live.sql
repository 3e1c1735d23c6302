create table t (a int, b int);
create function g() returns int language sql as 'select max(a) from t';
create function pp() returns trigger language plpgsql as 'begin new.a := 1; return new; end';
create trigger tr before insert on t for each row execute function pp();
create function other() returns int language sql as 'select 1';
create view old_view as select 1 as x;
create function reads() returns int language plpgsql as 'begin return (select x from old_view); end';
