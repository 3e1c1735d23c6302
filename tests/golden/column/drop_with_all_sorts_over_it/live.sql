create table cities (id int primary key);
create table t (
  id int primary key,
  a int,
  b int,
  city_id int references cities,
  twice int generated always as (a * 2) stored,
  check (a > 0 or b > 0),
  constraint a_b unique (a, b)
);
create table r (a int, b int, foreign key (a, b) references t (a, b));
create index t_b_a on t (b, a);
create index t_b on t (b) where a > 5;
create index t_b_include on t (b) include (a);
create index t_sum on t ((a + b));
create index t_stays on t (b);
create view v as select id, a from t;
insert into cities values (1);
insert into t values (1, 2, 3, 1);
analyze cities, t, r;
