-- Dropping the view to change the column under it takes its trigger and its rule along: they come back with it.
create table t (id int primary key, a int);
create view v as select id, a from t;
create function put() returns trigger language plpgsql as 'begin return new; end';
create trigger put instead of insert on v for each row execute function put();
create rule forget as on delete to v do instead nothing;
comment on trigger put on v is 'stays';
comment on rule forget on v is 'stays too';
insert into t values (1, 1);
analyze;
