create table u (a int, gone int, c int);
create table w (gone int, a int, t text);
create table k (id int primary key, a int, gone int);
insert into u values (1, 3, 4);
insert into w values (7, 8, 'x');
insert into k values (1, 2, 3);
