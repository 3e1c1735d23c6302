create function watch() returns event_trigger language plpgsql as 'begin end';
create function look() returns event_trigger language plpgsql as 'begin end';
create event trigger a_enabled on ddl_command_end execute function watch();
create event trigger b_function on ddl_command_end execute function watch();
create event trigger c_tags on ddl_command_end when tag in ('CREATE TABLE') execute function watch();
create event trigger d_old on ddl_command_end execute function watch();
create event trigger e_dropped on ddl_command_end execute function look();
comment on event trigger b_function is 'stays';
