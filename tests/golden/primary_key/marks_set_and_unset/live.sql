-- Clustering and replica identity by the key, on and off: marks, nothing is rebuilt.
create table a_on (id bigint primary key);
create table b_off (id bigint primary key);
alter table b_off cluster on b_off_pkey;
alter table b_off replica identity using index b_off_pkey;
insert into a_on values (1);
insert into b_off values (1);
analyze;
