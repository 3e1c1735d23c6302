create table t (id int primary key, kind text, email text, phone text);
create function status(t) returns text language sql immutable as $$select 'fine'$$;
insert into t values (1, 'email', 'a@b', '1');
