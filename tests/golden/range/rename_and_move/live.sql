create schema app;
create type r as range (subtype = float8);
create table t (r r, m r_multirange);
