-- The register of exceptions: compromises of a value that somebody knowingly allowed in a decision, until a day (2024-05-01).
-- The path is that of the file with the decision, which may be inside the document.
create table exceptions (
    id bigint primary key,
    document_id bigint not null references documents (id),
    path text not null,
    decision varchar(20) not null,
    title text not null,
    value varchar(200) not null,
    approved_by text not null,
    because text not null,
    until_day varchar(10) not null,
    written_by text not null,
    written_at bigint not null,
    withdrawn_at bigint,
    withdrawn_because text
);
create index exceptions_document on exceptions (document_id);
