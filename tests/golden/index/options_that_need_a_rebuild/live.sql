-- PostgreSQL takes SET (m = …) and leaves the graph as it was: the catalog would lie.
create extension vector;
create extension bloom;
create table t (id int, at timestamptz, v vector(3), w vector(3), s text, q text);
create index t_hnsw on t using hnsw (v vector_l2_ops) with (m = 8);
create index t_ef on t using hnsw (v vector_ip_ops) with (m = 8, ef_construction = 32);
create index t_ivf on t using ivfflat (w vector_l2_ops) with (lists = 5);
create index t_brin on t using brin (at) with (pages_per_range = 64, autosummarize = on);
create index t_bloom on t using bloom (s, q) with (length = 80);
comment on index t_hnsw is 'nearest';
insert into t values (1, now(), '[1,2,3]', '[1,2,3]', 's', 'q');
analyze;
