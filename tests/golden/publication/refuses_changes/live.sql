-- UPDATE and DELETE fail of what is published without what identifies a row: in lists, schemas, all, by columns and filters.
create table keyed (id int primary key, a int, b int);
create table bare (a int);
create table full_identity (a int, b int);
alter table full_identity replica identity full;
create table by_index (a int not null, b int);
create unique index by_index_a on by_index (a);
alter table by_index replica identity using index by_index_a;
create unlogged table unlogged_bare (a int);
create table visits (at date not null, a int, primary key (at)) partition by range (at);
create table visits_2025 partition of visits for values from ('2025-01-01') to ('2026-01-01');
create table loose (at date not null, a int) partition by range (at);
create table loose_2025 partition of loose for values from ('2025-01-01') to ('2026-01-01');
create schema app;
create table app.bare (a int);
create table app.keyed (id int primary key);
create publication grows for table only bare with (publish = 'insert');
create publication stays for table only bare with (publish = 'insert, update, delete, truncate');
create publication wider with (publish = 'insert');
