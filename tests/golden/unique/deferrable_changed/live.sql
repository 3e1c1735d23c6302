create table steps (
  plan int, n int, label text,
  constraint steps_n unique (plan, n),
  constraint steps_label unique (plan, label) deferrable initially deferred
);
insert into steps values (1, 1, 'a');
analyze;
