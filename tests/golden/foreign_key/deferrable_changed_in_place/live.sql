-- Of a foreign key, unlike a key, deferrability can be altered: nothing is checked again.
create table p (id int primary key);
create table c (a int, b int, d int, e int, f int,
  constraint c_a foreign key (a) references p,
  constraint c_b foreign key (b) references p deferrable,
  constraint c_d foreign key (d) references p deferrable initially deferred,
  constraint c_e foreign key (e) references p deferrable initially deferred,
  constraint c_f foreign key (f) references p);
insert into p values (1);
insert into c values (1, 1, 1, 1, 1);
analyze;
