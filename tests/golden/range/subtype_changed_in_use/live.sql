create type r as range (subtype = float8, subtype_diff = float8mi);
comment on type r is 'a range';
create table t (r r default '[1,2)', rs r[]);
insert into t values ('[3,4]', array['[5,6)']::r[]); analyze t;
