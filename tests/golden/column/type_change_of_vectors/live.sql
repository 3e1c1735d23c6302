create extension vector;
create table chunks (id int primary key, a vector(3), b vector(3), c vector(3), d vector, e vector(3));
create index chunks_a on chunks using hnsw (a vector_cosine_ops);
create index chunks_b on chunks using hnsw (b vector_l2_ops);
create index chunks_e on chunks using ivfflat (e vector_l2_ops) with (lists = 1);
insert into chunks values (1, '[1,2,3]', '[1,2,3]', null, '[1,2,3]', null);
analyze chunks;
