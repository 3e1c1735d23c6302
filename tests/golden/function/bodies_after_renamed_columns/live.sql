create table articles (id int primary key, author int);
create table revisions (id int, author_id int);
create function save() returns trigger language plpgsql as 'begin insert into revisions values (old.id, null); return new; end';
create trigger save before update on articles for each row execute function save();
create function revised(int) returns int language sql stable as 'select $1';
