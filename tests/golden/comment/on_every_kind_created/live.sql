create schema app;
create extension btree_gist;
create type app.mood as enum ('calm', 'busy');
create sequence app.numbers;
create table app.t (id int constraint t_key primary key, a int constraint t_a unique, b int constraint t_b check (b > 0),
  c int constraint t_c references app.t, d int4range, constraint t_d exclude using gist (d with &&));
create index t_i on app.t (b);
create view app.v as select id from app.t;
insert into app.t (id) values (1);
analyze;
