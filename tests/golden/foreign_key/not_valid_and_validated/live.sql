-- Three ways: added NOT VALID (orphans stay), validated (no lock on writes), and back, which needs it made anew.
create table p (id int primary key);
create table c (a int, b int, d int);
insert into p values (1);
insert into c values (7, 1, 1);
alter table c add constraint c_b foreign key (b) references p not valid;
alter table c add constraint c_d foreign key (d) references p;
analyze;
