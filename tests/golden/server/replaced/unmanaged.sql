alter server s owner to golden_owner;
grant usage on foreign server s to golden_reader;
