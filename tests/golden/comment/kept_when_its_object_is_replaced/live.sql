-- Every object with a comment is dropped and made anew, or has its type changed; no comment may be lost.
create type mood as enum ('calm', 'busy', 'gone');
create table t (id int constraint t_key primary key, a int constraint t_a unique, b int constraint t_b check (b > 0),
  c int constraint t_c references t, d box, constraint t_d exclude using gist (d with &&), m mood,
  twice int generated always as (b * 2) stored);
create index t_i on t (b);
create view v as select id from t;
insert into t (id) values (1);
comment on type mood is 'how';
comment on table t is 'the table';
comment on column t.id is 'the column';
comment on column t.m is 'the mood';
comment on column t.twice is 'computed';
comment on constraint t_key on t is 'the key';
comment on constraint t_a on t is 'the unique';
comment on constraint t_b on t is 'the check';
comment on constraint t_c on t is 'the reference';
comment on constraint t_d on t is 'the exclusion';
comment on index t_i is 'the index';
comment on view v is 'the view';
analyze;
