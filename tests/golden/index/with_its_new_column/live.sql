-- The column is additive; its index is not where the table has rows, and must not drag the column along.
create extension vector;
create table chunks (id bigint primary key, body text);
insert into chunks select n, 'b' || n from generate_series(1, 20) n;
analyze;
