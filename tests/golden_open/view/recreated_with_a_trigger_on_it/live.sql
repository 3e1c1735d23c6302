-- Dropping the view to change the column under it would silently take its trigger along, which plumb can't bring back.
create table t (id int primary key, a int);
create view v as select id, a from t;
create function put() returns trigger language plpgsql as 'begin return new; end';
create trigger put instead of insert on v for each row execute function put();
insert into t values (1, 1);
analyze;
