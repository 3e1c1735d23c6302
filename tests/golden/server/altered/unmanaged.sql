create user mapping for golden_owner server s options (user 'u');
