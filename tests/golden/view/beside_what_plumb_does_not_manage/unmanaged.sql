create function f() returns bigint language sql as 'select count(*) from public.v';
create function touch() returns trigger language plpgsql as 'begin return new; end';
create trigger tr before update of b on t for each row execute function touch();
