-- Deferrability of a key can't be altered; a reference to a deferrable key is refused, so it goes first.
create table slots (id bigint, position int, primary key (id) deferrable initially deferred);
create table shelves (id bigint primary key, position int);
insert into slots values (1, 1);
insert into shelves values (1, 1);
analyze;
