create extension btree_gist;
create table shifts (person int, place int, during tsrange, area box,
  constraint one_place exclude using gist (person with =, during with &&),
  constraint not_far exclude using gist (area with &&),
  constraint odd exclude using btree (person with =));
insert into shifts values (1, 1, '[2026-01-01, 2026-01-02)', '(0,0),(1,1)');
analyze;
