create table full_one (a int, b int);
create table empty_one (a int);
create index full_a on full_one (a);
create unique index full_b on full_one (b);
create index empty_a on empty_one (a);
insert into full_one values (1, 1);
analyze;
