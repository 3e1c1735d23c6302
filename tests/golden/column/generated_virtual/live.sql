create table t (id int primary key, a int not null, stored_one int generated always as (a + 1) stored,
  changed int generated always as (a + 2) virtual, same int generated always as (a + 3) virtual);
insert into t (id, a) values (1, 2);
