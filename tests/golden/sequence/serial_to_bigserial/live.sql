create table t (id serial primary key);
create table r (t_id int references t (id));
insert into t default values;
analyze t, r;
