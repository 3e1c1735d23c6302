-- A bound holds the value, not its name: with a new name it needs no new bound.
create type st as enum ('new', 'payed', 'sent', 'it''s');
create domain state as st;
create table lists (s st) partition by list (s);
create table lists_1 partition of lists for values in ('payed', null);
create table lists_2 partition of lists for values in ('it''s');
create table ranges (n int, s state) partition by range (n, s);
create table ranges_1 partition of ranges for values from (1, 'payed') to (1, 'sent');
create table ranges_2 partition of ranges for values from (2, minvalue) to (3, 'payed');
insert into lists values ('payed'), ('it''s');
insert into ranges values (1, 'payed');
