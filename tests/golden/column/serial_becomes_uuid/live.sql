-- No cast leads there: the column is dropped and added anew, and its sequence goes with it.
create table vectors (id bigserial primary key, content text);
insert into vectors (content) values ('a');
analyze vectors;
