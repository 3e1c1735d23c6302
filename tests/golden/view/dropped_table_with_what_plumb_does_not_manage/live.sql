-- DROP TABLE takes triggers and policies of the table along, without a word from PostgreSQL: the plan must have it.
create table gone (id int primary key, owner text);
alter table gone enable row level security;
create policy mine on gone using (owner = current_user);
create function touch() returns trigger language plpgsql as 'begin return new; end';
create trigger touch before update on gone for each row execute function touch();
insert into gone values (1, 'a');
analyze;
