create extension vector;
create table chunks (a vector(3));
create index chunks_a on chunks using hnsw (a vector_cosine_ops) with (m = 8);
insert into chunks values ('[1,2,3]');
analyze chunks;
