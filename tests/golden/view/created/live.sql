create table sales (id bigint primary key, amount numeric(10,2), sold_at timestamptz, secret text);
insert into sales values (1, 1, now(), 's');
analyze;
