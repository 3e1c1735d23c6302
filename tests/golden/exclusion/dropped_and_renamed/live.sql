create extension btree_gist;
create table a (room int, during tsrange,
  constraint ex_1 exclude using gist (room with =, during with &&),
  constraint ex_2 exclude using gist (during with -|-));
insert into a values (1, '[2026-01-01, 2026-01-02)');
analyze;
