-- What witnesses on other machines confirmed; a row proves itself by the witness's signature.
create table ledger_cosignature (
  log integer not null,
  size bigint not null,
  witness text not null,
  cosigned_at timestamp with time zone not null,
  line text not null,
  primary key (log, size, witness, cosigned_at)
);
create index ledger_cosignature_witness on ledger_cosignature (log, witness, cosigned_at);
