create table t (id int primary key, price int not null default 1);
create index t_price on t (price);
create view v as select price from t;
insert into t values (1, 5);
analyze t;
