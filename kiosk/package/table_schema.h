// The tables of a package: files and columns, shared by writer and reader (Frictionless Table Schema). Used in this
// room and in fleet/.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk::package {

struct Column {
    std::string_view name, type, title, description;
};

// A column that holds values of another table's column.
struct Reference {
    std::string_view column, table, of;
};

// Whether an empty cell is a value (as in a primary key) or means "not known".
enum class Empty { value, missing };

struct TableSchema {
    std::string_view file, title;
    std::vector<Column> columns;
    // Empty for a table whose key may hold an unknown day, since values of a declared key are never missing.
    std::vector<std::string_view> key;
    Empty empty = Empty::value;
    std::vector<Reference> references = {};

    std::vector<std::string_view> names() const;
};

TableSchema const& tallies_schema();
TableSchema const& labels_schema();
TableSchema const& days_schema();
TableSchema const& releases_schema();
TableSchema const& reporting_schema();
TableSchema const& words_schema();
TableSchema const& remarks_schema();
TableSchema const& machine_schema();
TableSchema const& measures_schema();
// All tables, in the order of the description.
std::vector<TableSchema const*> package_tables();

// Format 2, which kiosks wrote before there were labels: these two tables differ, and it lacks some.
TableSchema const& tallies_schema_2();
TableSchema const& releases_schema_2();
std::vector<TableSchema const*> package_tables_2();

constexpr std::string_view kDescriptionFile = "datapackage.json";
constexpr std::string_view kWorkbookFile = "figures.xlsx";
constexpr std::string_view kReadmeFile = "README.txt";

} // namespace kiosk::package
