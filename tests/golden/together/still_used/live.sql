-- What is to go while something that stays stands on it: told before anything is done.
create function touch() returns trigger language plpgsql as 'begin return new; end';
create function is_good(int) returns boolean language sql immutable as 'select $1 > 0';
create function next_number() returns int language sql as 'select 1';
create sequence numbers;
create table t (id int default nextval('numbers'), n int default next_number(), gone int, constraint good check (is_good(n)));
create trigger touched before insert on t for each row execute function touch();
create view v as select id, gone from t;
create function halved(int) returns text language sql immutable as $$select 'half'$$;
create view halves as select halved(id) from t;
create function cube_of(int) returns int language sql immutable strict as 'select $1 * $1 * $1';
create operator @@@ (rightarg = int, function = cube_of);
create function grow(int, int) returns int language sql immutable as 'select $1 + $2';
create aggregate growing(int) (sfunc = grow, stype = int, initcond = 0);
create table other (a int);
create view others as select a from other;
