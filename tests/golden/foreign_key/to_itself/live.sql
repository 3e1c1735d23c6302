create table altered (id int primary key, parent_id int, boss_id int constraint altered_boss references altered);
create table dropped (id int primary key, parent_id int references dropped);
insert into altered values (1, 1, 1);
insert into dropped values (1, 1);
analyze;
