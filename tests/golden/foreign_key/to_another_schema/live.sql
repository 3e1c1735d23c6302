create schema auth;
create table auth.users (id uuid primary key, login text unique);
create table public.posts (id int primary key, user_id uuid, login text, constraint posts_login foreign key (login) references auth.users (login));
insert into auth.users values ('11111111-1111-1111-1111-111111111111', 'a');
insert into posts values (1, '11111111-1111-1111-1111-111111111111', 'a');
analyze;
