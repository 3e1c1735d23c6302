grant select (id) on t to golden_reader;
