-- What stands on the generated column steps aside with it: a view, a foreign key, an index; and they come back.
create table t (id int primary key, code varchar(5), long_code text generated always as (code || '-x') stored unique);
create index t_long on t (long_code);
create table c (ref text references t (long_code));
create view v as select long_code from t;
comment on view v is 'kept';
insert into t values (1, 'a');
insert into c values ('a-x');
analyze;
