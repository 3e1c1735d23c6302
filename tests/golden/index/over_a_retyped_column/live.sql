-- PostgreSQL rebuilds a plain index by itself; one with an operator class of the old type, an expression or a predicate
-- over the column must step aside. What is not about the column stays.
create extension vector;
create table t (id int, name varchar(20), at timestamp, v vector(3), other text);
create index t_plain on t (id);
create index t_expression on t ((id + 1));
create index t_partial on t (other) where id > 0;
create index t_include on t (other) include (id);
create index t_pattern on t (name varchar_pattern_ops);
create index t_v on t using hnsw (v vector_cosine_ops);
create index t_other on t (lower(other));
create index t_at on t (at desc);
comment on index t_plain is 'p';
comment on index t_expression is 'e';
alter table t cluster on t_plain;
insert into t values (1, 'n', now(), null, 'o');
analyze;
