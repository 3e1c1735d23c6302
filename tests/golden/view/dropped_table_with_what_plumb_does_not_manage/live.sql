-- DROP TABLE takes triggers of the table along, without a word from PostgreSQL: the plan must have it.
create table gone (id int primary key, owner text);
create function touch() returns trigger language plpgsql as 'begin return new; end';
create trigger touch before update on gone for each row execute function touch();
insert into gone values (1, 'a');
analyze;
