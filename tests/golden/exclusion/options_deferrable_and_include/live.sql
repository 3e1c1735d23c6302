create extension btree_gist;
create table a (room int, during tsrange, note text,
  constraint a_filled exclude using gist (room with =, during with &&) with (fillfactor = 60),
  constraint a_deferred exclude using gist (during with &&) where (room > 1),
  constraint a_include exclude using gist (room with =, during with -|-));
insert into a values (1, '[2026-01-01, 2026-01-02)', 'n');
analyze;
