-- Lists without names: PostgreSQL's own, numbered where one is taken.
create table t (a int, b int, c int, constraint t_a_b_key unique (c));
