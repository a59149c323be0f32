# table_schema.py FOLDER...: checks data packages against the Frictionless specifications (Data Package, Data Resource,
# Tabular Data Resource, Table Schema, version 1; specs.frictionlessdata.io), knowing nothing of who made them: what the
# description must say, that every file is as it says, and that every cell is of its type, every key is unique and every
# foreign key is found.
import csv
import datetime
import hashlib
import json
import os
import re
import sys

faults = []

# name of type -> whether a text is one of it (default formats)
TYPES = {
    'string': lambda text: True,
    'integer': lambda text: re.fullmatch(r'[+-]?\d+', text) is not None,
    'number': lambda text: re.fullmatch(r'[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?|NaN|-?INF', text) is not None,
    'boolean': lambda text: text in ('true', 'True', 'TRUE', '1', 'false', 'False', 'FALSE', '0'),
    'date': lambda text: is_date(text),
}
CONSTRAINTS = {'required', 'unique', 'minLength', 'maxLength', 'minimum', 'maximum', 'pattern', 'enum'}


def check(right, *words):
    if not right and len(faults) < 50:
        faults.append(' '.join(str(word) for word in words))
    return right


def is_date(text):
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def check_schema(name, schema, resources):
    fields = schema.get('fields')
    if not check(isinstance(fields, list) and fields, name, 'has no fields'):
        return
    names = [field.get('name') for field in fields]
    check(all(isinstance(each, str) and each for each in names) and len(set(names)) == len(names), name, 'fields', names)
    for field in fields:
        check(field.get('type', 'string') in TYPES, name, field.get('name'), 'has the type', field.get('type'))
        check(field.get('format', 'default') == 'default', name, field['name'], 'has a format that is not checked')
        check(set(field.get('constraints', {})) <= CONSTRAINTS, name, field['name'], field.get('constraints'))
        for text in ('title', 'description'):
            check(isinstance(field.get(text, ''), str), name, field['name'], text)
    missing = schema.get('missingValues', [''])
    check(isinstance(missing, list) and all(isinstance(each, str) for each in missing), name, 'missingValues', missing)
    key = schema.get('primaryKey', [])
    key = [key] if isinstance(key, str) else key
    check(set(key) <= set(names), name, 'primaryKey', key)
    for foreign in schema.get('foreignKeys', []):
        own, reference = foreign['fields'], foreign['reference']
        own = [own] if isinstance(own, str) else own
        theirs = reference['fields']
        check(isinstance(foreign['fields'], str) == isinstance(theirs, str), name, 'one of two keys is a list')
        theirs = [theirs] if isinstance(theirs, str) else theirs
        check(set(own) <= set(names) and len(own) == len(theirs), name, 'foreignKeys', foreign)
        if check(reference['resource'] in resources or reference['resource'] == '', name, 'refers to', reference['resource']):
            other = resources.get(reference['resource'], {'schema': schema})['schema']
            check(set(theirs) <= {field['name'] for field in other['fields']}, name, 'refers to fields', theirs)


def read_table(folder, resource):
    name, schema = resource['name'], resource['schema']
    dialect = resource.get('dialect', {})
    check(set(dialect) <= {'delimiter', 'doubleQuote', 'quoteChar', 'header', 'lineTerminator', 'csvddfVersion',
                           'skipInitialSpace', 'caseSensitiveHeader'}, name, 'dialect', dialect)
    rows = []
    with open(os.path.join(folder, resource['path']), newline='', encoding=resource.get('encoding', 'utf-8')) as file:
        table = csv.reader(file, delimiter=dialect.get('delimiter', ','), strict=True)
        header = next(table)
        names = [field['name'] for field in schema['fields']]
        check(header == names, name, 'has the columns', header, 'and describes', names)
        missing = schema.get('missingValues', [''])
        key = schema.get('primaryKey', [])
        key = [key] if isinstance(key, str) else key
        seen = set()
        for number, cells in enumerate(table, 2):
            if not check(len(cells) == len(names), f'{name}:{number}: {len(cells)} cells'):
                continue
            row = {field: None if cell in missing else cell for field, cell in zip(names, cells)}
            for field in schema['fields']:
                value = row[field['name']]
                if value is None:
                    check(not field.get('constraints', {}).get('required'), f'{name}:{number}: {field["name"]} is missing')
                    continue
                check(TYPES[field.get('type', 'string')](value), f'{name}:{number}: {field["name"]} is {value!r}')
                check_constraints(f'{name}:{number}: {field["name"]}', field.get('constraints', {}), value)
            if key:
                value = tuple(row[field] for field in key)
                check(None not in value, f'{name}:{number}: a part of its key is missing', value)
                check(value not in seen, f'{name}:{number}: its key is there twice', value)
                seen.add(value)
            rows.append(row)
    return rows


def check_constraints(where, constraints, value):
    if 'minimum' in constraints:
        check(float(value) >= float(constraints['minimum']), where, 'is below', constraints['minimum'])
    if 'maximum' in constraints:
        check(float(value) <= float(constraints['maximum']), where, 'is above', constraints['maximum'])
    if 'enum' in constraints:
        check(value in [str(each) for each in constraints['enum']], where, value, 'is none of', constraints['enum'])
    if 'pattern' in constraints:
        check(re.fullmatch(constraints['pattern'], value), where, value, 'is not like', constraints['pattern'])


def check_foreign(name, schema, rows, tables):
    for foreign in schema.get('foreignKeys', []):
        own, reference = foreign['fields'], foreign['reference']
        own = [own] if isinstance(own, str) else own
        theirs = reference['fields']
        theirs = [theirs] if isinstance(theirs, str) else theirs
        known = {tuple(row[field] for field in theirs) for row in tables[reference['resource'] or name]}
        for row in rows:
            value = tuple(row[field] for field in own)
            check(None in value or value in known, name, 'refers to', value, 'of', reference['resource'])


def check_package(folder):
    with open(os.path.join(folder, 'datapackage.json'), encoding='utf-8') as file:
        package = json.load(file)
    check(re.fullmatch(r'[a-z0-9._-]+', package.get('name', '')), 'the name of the package', package.get('name'))
    check(package.get('profile') in ('data-package', 'tabular-data-package'), 'profile', package.get('profile'))
    if 'created' in package:
        check(re.fullmatch(r'\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)', package['created']),
              'created', package['created'])
    described = package.get('resources', [])
    check(described, 'no resources')
    names = [resource.get('name') for resource in described]
    check(len(set(names)) == len(names), 'two resources of one name', names)
    for resource in described:
        name = resource.get('name', '')
        check(re.fullmatch(r'[a-z0-9._-]+', name), 'the name of a resource', name)
        path = resource.get('path', '')
        check(path and not path.startswith('/') and '..' not in path.split('/'), name, 'path', path)
        with open(os.path.join(folder, path), 'rb') as file:
            content = file.read()
        check(resource.get('bytes', len(content)) == len(content), name, 'bytes')
        algorithm, _, digest = resource.get('hash', '').rpartition(':')
        if digest:
            check(hashlib.new(algorithm or 'md5', content).hexdigest() == digest, name, 'hash')
        if package['profile'] == 'tabular-data-package':
            check(resource.get('profile') == 'tabular-data-resource', name, 'is no table')
    tabular = {resource['name']: resource for resource in described if resource.get('profile') == 'tabular-data-resource'}
    check(tabular, 'no tables')
    for name, resource in tabular.items():
        check_schema(name, resource['schema'], tabular)
    tables = {name: read_table(folder, resource) for name, resource in tabular.items()}
    for name, resource in tabular.items():
        check_foreign(name, resource['schema'], tables[name], tables)
    return sum(len(rows) for rows in tables.values())


rows = 0
for folder in sys.argv[1:]:
    before = len(faults)
    rows += check_package(folder)
    if len(faults) > before:
        faults.insert(before, folder + ':')
for fault in faults:
    print(fault, file=sys.stderr)
print(f'{len(sys.argv) - 1} packages, {rows} rows as their schemas say')
sys.exit(1 if faults or len(sys.argv) < 2 else 0)
