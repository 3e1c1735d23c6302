create table sold (id bigint primary key, price numeric constraint ck_1 check (price >= 0));
insert into sold values (1, 1);
analyze;
