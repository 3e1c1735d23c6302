create table t (
  id int primary key,
  price numeric(8,2) not null default 0,
  net numeric generated always as (price / 1.05) stored,
  during tsrange,
  constraint positive check (price >= 0),
  constraint no_overlap exclude using gist (during with &&) where (price > 100)
);
create index t_price on t (price);
create index t_dear on t (id) where price > 1000;
create index t_round on t (round(price));
create view prices as select id, price from t;
create view dear as select id from prices where price > 1000;
create view ids as select id from t;
comment on view dear is 'above a thousand';
comment on constraint positive on t is 'no gifts';
comment on index t_dear is 'few';
comment on column t.net is 'before tax';
insert into t values (1, 5);
analyze t;
