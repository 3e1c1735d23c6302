create procedure pr2(inout a int) language plpgsql as 'begin a:=1; end';
