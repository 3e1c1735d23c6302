create schema app;
create schema retired;
