create extension vector;
create table chunks (id bigint primary key, body text, embedding vector(3), half halfvec(4), bits bit(8), sparse sparsevec(9));
insert into chunks values (1, 'a', '[1,2,3]', '[1,2,3,4]', '10101010', '{1:1}/9'), (2, 'b', '[3,2,1]', '[4,3,2,1]', '01010101', '{2:1}/9');
analyze;
