create table parents (id int primary key);
create table gone (id int primary key, parent_id int references parents, self_id int references gone);
create table kept (gone_id int references gone, n int);
create index gone_parent on gone (parent_id);
comment on table gone is 'not long';
create view gone_ids as select id from gone;
insert into parents values (1);
insert into gone values (1, 1, 1), (2, 1, 1);
analyze parents, gone, kept;
