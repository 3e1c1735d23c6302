alter table t owner to golden_owner;
