create table attractions (id int primary key, title text);
create index attractions_title on attractions (title);
