create table members (team_id bigint, user_id bigint, since date, primary key (team_id, user_id));
insert into members values (1, 2, '2026-01-01');
analyze;
