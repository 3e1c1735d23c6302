create table sold (id bigint primary key, price numeric(10,2), qty int);
insert into sold select n, n, n from generate_series(1, 40) n;
create table planned (id bigint primary key, price numeric(10,2), qty int);
analyze;
