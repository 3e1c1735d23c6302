create language plsame handler plpgsql_call_handler validator plpgsql_validator;
create function f() returns int language plsame as 'begin return 1; end';
