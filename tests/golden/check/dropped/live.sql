create table sold (id bigint primary key, price numeric check (price >= 0), constraint odd check (id % 2 = 1));
insert into sold values (1, 1);
analyze;
