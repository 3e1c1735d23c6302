alter user mapping for golden_reader server s options (add password 'old secret');
create user mapping for golden_owner server s options (user 'u');
