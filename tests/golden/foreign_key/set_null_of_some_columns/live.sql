create table tenants (tenant int, id int, primary key (tenant, id));
create table notes (tenant int not null, owner int, editor int default 0, n int,
  constraint notes_owner foreign key (tenant, owner) references tenants on delete set null (owner),
  constraint notes_editor foreign key (tenant, editor) references tenants on delete set default (editor),
  constraint notes_same foreign key (tenant, n) references tenants on delete set null (n));
insert into tenants values (1, 0), (1, 1);
insert into notes values (1, 1, 0, 1);
analyze;
