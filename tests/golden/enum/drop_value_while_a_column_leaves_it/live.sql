-- One column keeps the enum, which loses a value; another becomes text: each has a step of its own.
create type state as enum ('new', 'sent', 'gone');
create table t (id int primary key, a state default 'new', b state);
insert into t values (1, 'new', 'sent');
analyze t;
