create schema "Old; ""Name""";
create schema "gone '); drop schema public; --";
