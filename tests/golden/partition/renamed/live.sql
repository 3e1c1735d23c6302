create table places (id bigint, at date not null, nr int) partition by range (at);
create table places_1 partition of places for values from ('2025-01-01') to ('2026-01-01');
create index places_nr_idx on places (nr);
insert into places values (1, '2025-02-02', 1);
analyze;
