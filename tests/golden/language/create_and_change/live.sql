create language yours handler plpgsql_call_handler;
create language unnamed handler plpgsql_call_handler;
