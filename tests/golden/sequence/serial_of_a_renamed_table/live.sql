-- The sequence of a serial stays its column's, and keeps how far it has counted, when more than the name changes.
create table s1 (a serial primary key, b int);
insert into s1 default values;
create table c1 (a smallserial, b serial);
alter sequence c1_b_seq cache 5;
