create table p (id int primary key, settings jsonb, a int, b text);
insert into p values (1, '{}', 1, 'b');
