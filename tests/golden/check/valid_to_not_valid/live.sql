-- There is no way back but to make it anew.
create table ages (id bigint primary key, age int constraint ages_sane check (age >= 0));
insert into ages values (1, 5);
analyze;
