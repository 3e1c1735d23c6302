create transform for integer language plpgsql (from sql with function dsimple_init(internal));
create transform for text language plpgsql (from sql with function dsimple_init(internal));
comment on transform for text language plpgsql is 'goes';
