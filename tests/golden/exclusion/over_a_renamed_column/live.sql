create extension btree_gist;
create table a (room int, during tsrange, gone boolean,
  constraint a_excl exclude using gist (room with =, during with &&) where (not gone));
insert into a values (1, '[2026-01-01, 2026-01-02)', false);
analyze;
