create table became_view (id int primary key, a text);
create table source (id int primary key, a text);
create view became_table as select id, a from source;
create view over_it as select id from became_view;
comment on table became_view is 'a table';
comment on view became_table is 'a view';
insert into became_view values (1, 'a');
analyze;
