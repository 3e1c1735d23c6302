create table p (id int primary key, code int unique);
create table q (id int primary key);
create table c (a int, b int, d int, e int, f int,
  constraint c_table foreign key (a) references p,
  constraint c_column foreign key (b) references p (id),
  constraint c_delete foreign key (d) references p on delete cascade,
  constraint c_update foreign key (e) references p on update cascade,
  constraint c_from foreign key (e) references p);
insert into p values (1, 1);
insert into q values (1);
insert into c values (1, 1, 1, 1, 1);
analyze;
