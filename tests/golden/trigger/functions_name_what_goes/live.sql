create table t (id int, old_name text, gone text);
create table other (gone text);
create function keep() returns trigger language plpgsql as 'begin new.old_name := lower(new.old_name); return new; end';
create trigger keep before insert on t for each row execute function keep();
create function note() returns trigger language plpgsql as 'begin raise notice ''%'', new.gone; return new; end';
create trigger note before update on t for each row execute function note();
create function of_others() returns trigger language plpgsql as 'begin raise notice ''%'', new.gone; return new; end';
create trigger of_others before update on other for each row execute function of_others();
