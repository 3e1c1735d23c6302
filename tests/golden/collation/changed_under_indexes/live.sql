-- An index takes its column's collation, and gets another one along with it.
create collation c1 (provider = icu, locale = 'de');
create table t (a text collate c1, n int);
create index i on t (a);
create unique index u on t (a);
insert into t values ('a', 1);
