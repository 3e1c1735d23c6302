-- Its server stays its server.
create foreign data wrapper w;
create server s foreign data wrapper w;
