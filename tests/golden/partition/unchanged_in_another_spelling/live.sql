create schema app;
create table by_time (id numeric, at timestamptz not null, name varchar(20)) partition by range (at, lower(name));
create table app.by_time_1 partition of by_time for values from ('2025-01-01 00:00:00+00', minvalue) to ('2026-01-01 00:00:00+00', 'm');
create table by_number (n numeric, b boolean) partition by list (n);
create table by_number_1 partition of by_number for values in (1.5, 2, null);
create table by_hash (id bigint, s text collate "C") partition by hash (id, s collate "C" text_ops);
create table by_hash_0 partition of by_hash for values with (modulus 2, remainder 0);
create table by_hash_1 partition of by_hash for values with (modulus 2, remainder 1) partition by range ((id % 10));
create table by_hash_1_a partition of by_hash_1 for values from (0) to (5);
