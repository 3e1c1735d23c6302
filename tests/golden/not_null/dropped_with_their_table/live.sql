create table g ("Id" int not null, x int not null, "Y" int primary key); create table g2 (id int constraint foo not null);
