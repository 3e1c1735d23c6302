create table cities (id int primary key);
create table t (
  no serial,
  nr int generated always as identity,
  code text unique check (code <> ''),
  city int references cities
);
create index on t (code, city);
insert into cities values (1);
insert into t (code, city) values ('x', 1);
analyze cities, t;
