create text search dictionary d (template = simple);
create text search configuration c (parser = default);
alter text search configuration c add mapping for word with d;
create table t (a text);
create index t_a on t using gin (to_tsvector('c'::regconfig, a));
