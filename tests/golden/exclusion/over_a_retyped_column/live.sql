-- int4range stays apart from the other column's change; the first constraint is about what changes.
create extension btree_gist;
create table a (room int, during tsrange, other int4range,
  constraint a_room exclude using gist (room with =, during with &&),
  constraint a_other exclude using gist (other with &&));
insert into a values (1, '[2026-01-01, 2026-01-02)', '[1,2)');
analyze;
