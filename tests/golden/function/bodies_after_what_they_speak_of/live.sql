create table authors (id int primary key, login text not null, state text);
create table others (id int);
create function touch() returns trigger language plpgsql as 'begin return new; end';
create trigger touch before insert or update on authors for each row execute function touch();
create function total(int) returns int language sql stable as 'select $1';
create function report(int) returns int language sql stable as 'select total($1)';
create function label(int) returns text language sql stable as 'select $1::text';
insert into authors values (1, 'a', 'draft');
