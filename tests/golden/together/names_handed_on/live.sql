-- a becomes b, b becomes c: the renames must run from the far end. Tables, columns and indexes.
create table b (x int, y int, z int);
create table a (id int);
create index i2 on b (x);
create index i1 on b (y);
comment on table a is 'was a';
comment on table b is 'was b';
