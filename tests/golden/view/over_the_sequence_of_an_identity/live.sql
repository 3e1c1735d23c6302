-- The sequence that an identity column brings along is there for a view to read.
select 1;
