alter user mapping for golden_reader server s options (add password 'old secret');
