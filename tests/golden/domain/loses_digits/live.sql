create domain price as numeric(10,4);
create domain dear as price;
create table t (p price);
insert into t values (1.25);
