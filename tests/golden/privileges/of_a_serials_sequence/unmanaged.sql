grant select on sequence t_id_seq to golden_reader;
grant usage on sequence t_id_seq to golden_writer with grant option;
grant usage on sequence back_id_seq to golden_writer;
