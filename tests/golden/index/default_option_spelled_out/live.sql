-- m = 16 is what HNSW takes by itself: saying so changes the catalog, not the graph. Nothing may be built anew.
create extension vector;
create table t (v vector(3));
create index t_v on t using hnsw (v vector_l2_ops);
insert into t values ('[1,2,3]');
analyze;
