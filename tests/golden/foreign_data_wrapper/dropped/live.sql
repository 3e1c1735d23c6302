-- Dropped where the declaration answers for the whole database.
create foreign data wrapper w;
create server s foreign data wrapper w;
create user mapping for public server s;
