create schema app;
create conversion changed for 'UTF8' to 'LATIN1' from utf8_to_iso8859_1;
create conversion unnamed for 'UTF8' to 'LATIN1' from utf8_to_iso8859_1;
create conversion gone for 'UTF8' to 'LATIN1' from utf8_to_iso8859_1;
