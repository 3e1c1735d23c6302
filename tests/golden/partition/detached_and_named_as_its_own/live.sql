create table customers (id bigint primary key);
create table orders (id bigint not null, at date not null, customer bigint not null references customers, n int,
  constraint orders_n_check check (n > 0), primary key (id, at), constraint orders_once unique (customer, at)) partition by range (at);
create index orders_customer_idx on orders (customer);
create table orders_2025 partition of orders for values from ('2025-01-01') to ('2026-01-01');
create table orders_rest partition of orders default;
create function touch() returns trigger language plpgsql as $$begin return new; end$$;
create trigger touch before insert on orders for each row execute function touch();
insert into customers values (1);
insert into orders values (1, '2025-05-05', 1, 1);
analyze;
