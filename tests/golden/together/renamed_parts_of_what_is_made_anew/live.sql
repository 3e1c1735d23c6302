-- A part that gets another name, of something that is made anew in the same plan, comes again under its new one.
create type c as (a int, b text);
create domain d as text constraint c1 check (value <> '');
create table t (id int primary key, x c, a d);
insert into t values (1, row(1, 'old b'), 'a');
create view v as select id from t;
create function tf() returns trigger language plpgsql as 'begin return new; end';
create trigger t1 instead of insert on v for each row execute function tf();
create rule r1 as on delete to v do instead nothing;
create materialized view m as select id, a from t;
create statistics ms on id, a from m;
