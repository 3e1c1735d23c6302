grant usage on sequence left_alone_id_seq to golden_reader;
