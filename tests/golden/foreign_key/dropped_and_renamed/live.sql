create table p (id int primary key);
create table c (a int constraint fk_1 references p, b int constraint fk_2 references p on delete cascade);
insert into p values (1);
insert into c values (1, 1);
analyze;
