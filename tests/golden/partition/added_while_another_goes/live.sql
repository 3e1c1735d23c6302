create table days (at date) partition by range (at);
create table d1 partition of days for values from ('2025-01-01') to ('2025-01-02');
create table times (at timestamptz) partition by range (at);
create table t1 partition of times for values from ('2025-01-01') to ('2025-02-01');
create table states (s text) partition by list (s);
create table s1 partition of states for values in ('old');
