create event trigger a on ddl_command_end execute function watch();
