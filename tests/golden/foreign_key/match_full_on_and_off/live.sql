create table p (a int, b int, primary key (a, b));
create table c (a int, b int, x int, y int,
  constraint c_ab foreign key (a, b) references p,
  constraint c_xy foreign key (x, y) references p match full);
insert into p values (1, 1);
insert into c values (1, 1, 1, 1);
analyze;
