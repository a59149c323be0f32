-- From version 2, which knew of no signatures. Run by `kiosk-log load` in its transaction.
CREATE TABLE kiosk.signer (machine integer PRIMARY KEY, key text NOT NULL);
COMMENT ON TABLE kiosk.signer IS
  'Whose key signs the packages of a machine (Ed25519, 64 hexadecimal digits): of a machine that is here nothing else is loaded.';
UPDATE kiosk.schema_version SET version = 3;
