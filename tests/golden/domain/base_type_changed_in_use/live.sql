create domain code as integer default 3 constraint code_positive check (value > 0);
alter domain code add constraint code_old check (value < 9) not valid;
comment on domain code is 'a code';
comment on constraint code_positive on domain code is 'above zero';
create table t (code code default 5, codes code[] default '{1,2}', twice bigint generated always as (code * 2) stored,
  constraint t_small check (code < 100));
create index t_code on t (code);
create view v as select code from t;
insert into t values (1, '{3,4}'); analyze t;
