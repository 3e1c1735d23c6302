create type state as enum ('new', 'old', 'gone');
create table t (id int primary key, st state not null default 'new');
create view fresh as select id, st from t where st = 'new';
insert into t values (1, 'new');
analyze;
