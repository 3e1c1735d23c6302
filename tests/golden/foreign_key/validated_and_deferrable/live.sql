create table p (id int primary key);
create table c (a int);
insert into p values (1);
insert into c values (1);
alter table c add constraint c_a foreign key (a) references p not valid;
analyze;
