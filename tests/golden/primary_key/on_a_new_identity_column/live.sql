-- A table without any key gets one: the new column numbers every row.
create table events (happened_at timestamptz not null, what text);
insert into events select now(), 'e' || n from generate_series(1, 20) n;
analyze;
