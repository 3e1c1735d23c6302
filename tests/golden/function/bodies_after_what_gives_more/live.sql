create table t (id int primary key, n int);
create table hits (page text, n int);
create view v as select id from t;
create function parts(int) returns table (a int) language sql as 'select $1';
create function total() returns int language sql stable as 'select 1';
create function ins() returns trigger language plpgsql as 'begin return new; end';
create trigger ins instead of insert on v for each row execute function ins();
create function hit(text) returns void language sql as 'insert into hits values ($1, 1)';
insert into t values (1, 2);
