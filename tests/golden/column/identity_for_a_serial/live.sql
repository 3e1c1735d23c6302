create table l (id int not null, x int); insert into l select g,g from generate_series(1,1000) g;
create table m (id serial, x int); create table s (id int default 5, x int);
