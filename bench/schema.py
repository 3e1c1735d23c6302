"""The database that bench/run measures with, and its declaration: both are printed from the same clauses, so that they
are in sync by construction.

Tables come in families of nine, three of them with foreign keys: accounts, documents, orders, events, products, items,
sessions, places, messages. Each has 9 columns, a primary key, 4 more indexes and a check. A family lives in one of ten
schemas and has a prefix of its own, which is also part of the names of its columns here and there, so that texts differ
from family to family as they do in real databases.
"""

import copy
import dataclasses
import re

SCHEMAS = ("billing", "crm", "cms", "fleet", "hr", "iot", "legal", "sales", "support", "travel")
FIRST = ("asset", "branch", "cargo", "client", "field", "guest", "north", "outlet", "partner", "south", "tenant", "unit")
SECOND = ("archive", "daily", "draft", "export", "import", "live", "local", "market", "region", "season")
TABLES_PER_FILE = 100

# name: columns, check, indexes as short forms; {p}: the family's prefix, {w}: its first word, {t}: the table's name.
# "changed": what a changed declaration has in place of the check and of one column.
FAMILY = {
    "accounts": {
        "columns": {
            "id": "bigint generated always as identity primary key",
            "email": "varchar(320) not null",
            "{w}_name": "text not null",
            "locale": "varchar(10) not null default 'en'",
            "balance": "numeric(14,2) not null default 0",
            "settings": "jsonb not null default '{{}}'",
            "active": "boolean not null default true",
            "created_at": "timestamptz not null default now()",
            "deleted_at": "timestamptz",
        },
        "check": ("balance_not_negative", "balance >= 0"),
        "indexes": {
            "email_key": "unique (lower(email))",
            "created": "(created_at desc)",
            "settings": "gin (settings jsonb_path_ops)",
            "alive": "({w}_name) where deleted_at is null",
        },
        "changed": ("balance >= -1000", "locale", "varchar(20) not null default 'en'"),
    },
    "documents": {
        "columns": {
            "id": "uuid primary key default gen_random_uuid()",
            "title": "text not null",
            "{w}_slug": "varchar(120) not null",
            "body": "text",
            "tags": "text[] not null default '{{}}'",
            "meta": "jsonb",
            "version": "integer not null default 1",
            "published": "boolean not null default false",
            "updated_at": "timestamptz not null default now()",
        },
        "check": ("version_positive", "version > 0"),
        "indexes": {
            "slug_key": "unique ({w}_slug)",
            "tags": "gin (tags)",
            "recent": "(updated_at desc) where published",
            "title": "(lower(title), version)",
        },
        "changed": ("version > 0 and version < 100000", "body", "text not null"),
    },
    "orders": {
        "columns": {
            "id": "bigint generated always as identity primary key",
            "account_id": "bigint not null references {p}_accounts (id) on delete cascade",
            "{w}_number": "varchar(40) not null",
            "status": "varchar(20) not null default 'new'",
            "total": "numeric(12,2) not null default 0",
            "currency": "char(3) not null default 'EUR'",
            "paid": "boolean not null default false",
            "notes": "jsonb",
            "placed_at": "timestamptz not null default now()",
        },
        "check": ("total_not_negative", "total >= 0"),
        "indexes": {
            "account": "(account_id)",
            "number_key": "unique ({w}_number)",
            "status": "(status, placed_at desc)",
            "unpaid": "(placed_at) where not paid",
        },
        "changed": ("total > 0", "status", "varchar(20) not null default 'open'"),
    },
    "events": {
        "columns": {
            "id": "bigint generated always as identity primary key",
            "topic": "text not null",
            "{w}_actor": "uuid",
            "subject": "text not null",
            "payload": "jsonb not null default '{{}}'",
            "severity": "smallint not null default 0",
            "handled": "boolean not null default false",
            "attempts": "integer not null default 0",
            "occurred_at": "timestamptz not null default now()",
        },
        "check": ("severity_known", "severity between 0 and 7"),
        "indexes": {
            "occurred": "brin (occurred_at)",
            "topic": "(topic, occurred_at desc)",
            "waiting": "(occurred_at) where not handled",
            "payload": "gin (payload)",
        },
        "changed": ("severity between 0 and 9", "attempts", "bigint not null default 0"),
    },
    "products": {
        "columns": {
            "id": "uuid primary key default gen_random_uuid()",
            "sku": "varchar(64) not null",
            "{w}_name": "text not null",
            "description": "text",
            "price": "numeric(10,2) not null",
            "weight": "double precision",
            "attributes": "jsonb not null default '{{}}'",
            "listed": "boolean not null default true",
            "created_at": "timestamptz not null default now()",
        },
        "check": ("price_positive", "price > 0"),
        "indexes": {
            "sku_key": "unique (sku)",
            "attributes": "gin (attributes)",
            "listed": "(price) where listed",
            "name": "(lower({w}_name))",
        },
        "changed": ("price >= 0", "price", "numeric(12,2) not null"),
    },
    "items": {
        "columns": {
            "id": "bigint generated always as identity primary key",
            "order_id": "bigint not null references {p}_orders (id) on delete cascade",
            "product_id": "uuid not null references {p}_products (id) on delete restrict",
            "quantity": "integer not null default 1",
            "{w}_price": "numeric(10,2) not null",
            "discount": "numeric(5,2) not null default 0",
            "options": "jsonb",
            "gift": "boolean not null default false",
            "added_at": "timestamptz not null default now()",
        },
        "check": ("amounts_sane", "quantity > 0 and discount between 0 and 100"),
        "indexes": {
            "once": "unique (order_id, product_id)",
            "product": "(product_id)",
            "added": "(added_at desc)",
            "gifts": "(order_id) include (quantity) where gift",
        },
        "changed": ("quantity > 0 and discount between 0 and 50", "quantity", "integer not null"),
    },
    "sessions": {
        "columns": {
            "id": "uuid primary key default gen_random_uuid()",
            "{w}_user": "text not null",
            "token": "varchar(128) not null",
            "ip": "inet",
            "agent": "text",
            "data": "jsonb not null default '{{}}'",
            "revoked": "boolean not null default false",
            "expires_at": "timestamptz not null",
            "created_at": "timestamptz not null default now()",
        },
        "check": ("expires_later", "expires_at > created_at"),
        "indexes": {
            "token_key": "unique (token)",
            "user": "({w}_user, created_at desc)",
            "open": "(expires_at) where not revoked",
            "ip": "hash (ip)",
        },
        "changed": ("expires_at >= created_at", "token", "text not null"),
    },
    "places": {
        "columns": {
            "id": "bigint generated by default as identity primary key",
            "code": "varchar(12) not null",
            "{w}_label": "jsonb not null default '{{}}'",
            "country": "char(2) not null",
            "latitude": "numeric(9,6)",
            "longitude": "numeric(9,6)",
            "rating": "numeric(3,2)",
            "open": "boolean not null default true",
            "updated_at": "timestamptz not null default now()",
        },
        "check": ("on_earth", "latitude between -90 and 90 and longitude between -180 and 180"),
        "indexes": {
            "code_key": "unique (code)",
            "best": "(country, rating desc nulls last)",
            "label": "gin ({w}_label jsonb_path_ops)",
            "open": "(updated_at) where open",
        },
        "changed": ("abs(latitude) <= 90", "rating", "numeric(4,2)"),
    },
    "messages": {
        "columns": {
            "id": "bigint generated always as identity primary key",
            "account_id": "bigint not null references {p}_accounts (id) on delete cascade",
            "document_id": "uuid references {p}_documents (id) on delete set null",
            "role": "varchar(20) not null default 'reader'",
            "{w}_content": "text not null",
            "metadata": "jsonb",
            "pinned": "boolean not null default false",
            "score": "real",
            "sent_at": "timestamptz not null default now()",
        },
        "check": ("role_known", "role in ('reader', 'writer', 'owner')"),
        "indexes": {
            "account": "(account_id, sent_at desc)",
            "document": "(document_id) where document_id is not null",
            "text": "gin (to_tsvector('english', {w}_content))",
            "pinned": "(sent_at) include (role) where pinned and score > 0.5",
        },
        "changed": ("role in ('reader', 'writer', 'owner', 'guest')", "score", "double precision"),
    },
}


@dataclasses.dataclass
class Table:
    schema: str
    name: str
    columns: dict
    checks: dict
    indexes: dict
    changed: tuple

    def sql(self):
        parts = [f"  {name} {clause}" for name, clause in self.columns.items()]
        parts += [f"  CONSTRAINT {name} CHECK ({expression})" for name, expression in self.checks.items()]
        yield f"CREATE TABLE {self.name} (\n" + ",\n".join(parts) + "\n);"
        for name, clause in self.indexes.items():
            unique = clause.startswith("unique ")
            clause = clause.removeprefix("unique ")
            method = "" if clause.startswith("(") else "USING "
            yield f"CREATE {'UNIQUE ' if unique else ''}INDEX {name} ON {self.name} {method}{clause};"

    def yaml(self):
        yield f"  {self.name}:"
        for section in ("columns", "checks", "indexes"):
            yield f"    {section}:"
            for name, clause in getattr(self, section).items():
                yield f"      {name}: {clause}"


MOST_TABLES = len(SCHEMAS) * len(FIRST) * len(SECOND) * len(FAMILY)


def tables(count):
    """The tables in an order in which they can be created. REQUIRES: count <= MOST_TABLES."""
    per_schema = max(TABLES_PER_FILE, count // len(SCHEMAS))
    for number in range(count):
        schema, nth = SCHEMAS[number // per_schema], number % per_schema
        family, member = divmod(nth, len(FAMILY))
        word = FIRST[(family + SCHEMAS.index(schema)) % len(FIRST)]
        second = SECOND[family // len(FIRST)]
        prefix = f"{word}_{second}"
        noun, parts = list(FAMILY.items())[member]
        table = f"{prefix}_{noun}"

        def fill(text):
            return text.format(p=prefix, w=word, t=table)

        yield Table(
            schema,
            table,
            {fill(name): fill(clause) for name, clause in parts["columns"].items()},
            {f"{table}_{parts['check'][0]}": fill(parts["check"][1])},
            {f"{table}_{name}_idx": fill(clause) for name, clause in parts["indexes"].items()},
            parts["changed"],
        )


def names(name, text):
    return re.search(rf"\b{name}\b", text)


def new_column(table):
    table.columns["reviewed_at"] = "timestamptz"


def dropped_column(table):
    # With the indexes that it is in.
    checked = " ".join(table.checks.values())
    free = [n for n, clause in table.columns.items() if not names(n, checked) and not re.search("references|key", clause)]
    del table.columns[free[-1]]
    table.indexes = {name: clause for name, clause in table.indexes.items() if not names(free[-1], clause)}


def changed_column(table):
    _, name, clause = table.changed
    table.columns[name] = clause


def changed_check(table):
    table.checks[next(iter(table.checks))] = table.changed[0]


def new_index(table):
    table.indexes[f"{table.name}_brin_idx"] = f"brin ({list(table.columns)[-1]})"


def dropped_index(table):
    table.indexes.popitem()


def changed_index(table):
    name, clause = next(iter(table.indexes.items()))
    table.indexes[name] = clause.split(" where ")[0] + f" where {list(table.columns)[-1]} is not null"


CHANGES = (new_column, changed_check, new_index, changed_column, dropped_index, changed_index, new_column, dropped_column)


def changed(all_tables, count):
    """The same tables, `count` of them changed, evenly spread; and those ones' names."""
    out, touched = list(all_tables), []
    for nth in range(count):
        at = nth * len(out) // count
        out[at] = copy.deepcopy(out[at])
        CHANGES[nth % len(CHANGES)](out[at])
        touched.append(f"{out[at].schema}.{out[at].name}")
    return out, touched


def schemas_of(all_tables):
    return list(dict.fromkeys(table.schema for table in all_tables))


def write_declaration(all_tables, folder):
    """plumb.yaml and one file per 100 tables below the folder."""
    (folder / "schema").mkdir(parents=True)
    managed = ", ".join(schemas_of(all_tables))
    texts = {"plumb.yaml": f"plumb: 1\ninclude: [schema/*.yaml]\nmanage:\n  schemas: [{managed}]\n"}
    for start in range(0, len(all_tables), TABLES_PER_FILE):
        part = all_tables[start : start + TABLES_PER_FILE]
        lines = [f"schema: {part[0].schema}", "", "tables:"]
        for table in part:
            lines += table.yaml()
        texts[f"schema/{part[0].schema}_{start // TABLES_PER_FILE:03}.yaml"] = "\n".join(lines) + "\n"
    for name, text in texts.items():
        (folder / name).write_text(text)


def database_sql(all_tables):
    """One transaction per file's worth of tables: a lock per relation is held until its end."""
    for schema in schemas_of(all_tables):
        yield f"CREATE SCHEMA {schema};"
    for start in range(0, len(all_tables), TABLES_PER_FILE):
        yield f"BEGIN;\nSET LOCAL search_path = {all_tables[start].schema};"
        for table in all_tables[start : start + TABLES_PER_FILE]:
            yield from table.sql()
        yield "COMMIT;"
