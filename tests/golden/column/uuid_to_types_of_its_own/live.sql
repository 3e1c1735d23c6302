-- A uuid has no cast to an enum, a range, a composite type, nor has an array of it: such columns are added anew.
create type mood as enum ('a', 'b');
create type span as range (subtype = int);
create table t (id int, a uuid default gen_random_uuid(), b uuid, c uuid[], d mood, e span[], f text);
insert into t values (1);
