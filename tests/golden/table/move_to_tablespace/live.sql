set allow_in_place_tablespaces = on;
drop tablespace if exists golden_fast;
create tablespace golden_fast location '';
create table t (id int);
create table back (id int) tablespace golden_fast;
insert into t values (1);
analyze t, back;
