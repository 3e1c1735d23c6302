-- Text over a renamed value is settled over the enum as it will be: here, in other schemas, under views over views.
create schema types;
create type types.st as enum ('new', 'payed');
create type mood as enum ('calm', 'it''s "bad", {so}', 'NULL');
create domain feeling as mood;
create table t (id int primary key, s types.st default 'payed', m mood, f feeling default 'it''s "bad", {so}',
  all_of mood[] default '{calm,"it''s \"bad\", {so}"}', no_of mood[] default array[null, 'NULL']::mood[],
  some_of mood[] default '{NULL,"NULL","it''s \"bad\", {so}"}');
create view one as select id, s, m from t;
create view two as select id from one where s = 'payed';
create schema app;
create view app.four as select id from one where s = 'payed';
create index on t (id) where m = 'it''s "bad", {so}' and s = 'payed';
create function is_paid(s types.st default 'payed') returns bool begin atomic select s = 'payed'; end;
create function says(s types.st default 'payed') returns text language sql as $$ select 'payed' $$;
insert into t (id) values (1);
