create table cities (id int primary key, code text unique);
create table t (
  id int primary key,
  price int default 1,
  city text,
  twice int generated always as (price * 2) stored,
  constraint positive check (price > 0 and t.price < 1000),
  constraint once unique (id, price),
  constraint to_city foreign key (city) references cities (code)
);
create index t_price on t (price desc) include (city);
create index t_dear on t (id) where price > 100;
create index t_expr on t ((price + id));
create view prices as select id, price from t where price > 5;
create view prices_again as select price from prices;
insert into cities values (1, 'A');
insert into t values (1, 6, 'A');
analyze cities, t;
