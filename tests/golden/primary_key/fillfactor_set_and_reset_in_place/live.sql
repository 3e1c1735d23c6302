create table hot (id bigint primary key, n int);
create table cold (id bigint, n int, constraint cold_pkey primary key (id) with (fillfactor = 50));
insert into hot values (1, 1);
insert into cold values (1, 1);
analyze;
