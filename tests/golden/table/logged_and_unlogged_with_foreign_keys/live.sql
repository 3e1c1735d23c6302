-- A logged table must not reference an unlogged one, at no time.
create table parent (id int primary key);
create table child (id int primary key, parent_id int constraint child_parent references parent);
create unlogged table master (id int primary key);
create unlogged table detail (id int primary key, master_id int constraint detail_master references master);
create table free_parent (id int primary key);
create table free_child (id int primary key, parent_id int constraint free references free_parent);
analyze;
