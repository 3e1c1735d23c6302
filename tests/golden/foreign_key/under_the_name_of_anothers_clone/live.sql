create table p (id int, d date, primary key (id, d)) partition by range (d);
create table p1 partition of p for values from ('2026-01-01') to ('2026-02-01');
create table ev (id int, pid int, d date, constraint ev_p foreign key (pid, d) references p on delete cascade);
insert into p values (1, '2026-01-01');
insert into ev values (1, 1, '2026-01-01');
