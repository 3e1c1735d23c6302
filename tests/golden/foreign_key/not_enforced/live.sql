create table p (id int primary key);
create table t (id int primary key, a int constraint off references p not enforced, b int constraint checked references p,
  same int constraint same references p not enforced);
insert into p values (1);
insert into t values (1, 1, 1);
