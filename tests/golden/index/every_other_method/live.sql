-- hash, gin, gist, spgist, brin with their operator classes and the classes' own parameters.
create extension pg_trgm;
create extension btree_gin;
create extension intarray;
create extension ltree;
create extension bloom;
create table stock (id bigint primary key, name text, tags text[], nums int[], data jsonb, doc tsvector, path ltree,
  spot point, area box, span int4range, addr inet, made timestamptz, n int);
