create table t (id int generated always as identity);
create table u (id int generated always as identity);
grant usage on sequence t_id_seq to golden_reader;
grant usage, select on sequence u_id_seq to golden_writer;
