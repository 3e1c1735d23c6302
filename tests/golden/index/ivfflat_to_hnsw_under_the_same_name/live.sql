create extension vector;
create table chunks (id bigint primary key, embedding vector(3));
insert into chunks values (1, '[1,2,3]');
create index chunks_embedding on chunks using ivfflat (embedding vector_cosine_ops) with (lists = 1);
comment on index chunks_embedding is 'nearest chunks';
analyze;
