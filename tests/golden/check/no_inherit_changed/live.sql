create table base (id int, constraint base_a check (id > 0), constraint base_b check (id < 1000) no inherit);
insert into base values (1);
analyze;
