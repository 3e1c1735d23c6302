create table base (id int not null, name text default 'x', gone int, n int, check (n > 0));
create table child (own text) inherits (base);
create table grandchild () inherits (child);
create table lone (id int not null, name text, n int);
create table leaves () inherits (lone);
insert into child values (1, 'a', 1, 1, 'own');
insert into lone values (1, 'a', 1);
analyze;
