-- A change of type sets compression and storage back: they are set again, on partitions too.
create table t (a text compression pglz, b text compression pglz, c text);
alter table t alter b set storage external;
create table p (id int, a text) partition by hash (id);
create table p_0 partition of p for values with (modulus 1, remainder 0);
alter table p_0 alter a set storage external, alter a set compression pglz;
