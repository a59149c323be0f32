// The form of a package: its files and their columns, once for who writes and who reads them. Private to engagement/.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk::engagement {

struct Column {
    std::string_view name, type, title, description;
};

// A text that may be empty and still is a value, as in a primary key; or one whose emptiness says "not known".
enum class Empty { value, missing };

struct TableForm {
    std::string_view file, title;
    std::vector<Column> columns;
    std::vector<std::string_view> key;
    Empty empty = Empty::value;

    std::vector<std::string_view> names() const;
};

TableForm const& tallies_form();
TableForm const& releases_form();
TableForm const& reporting_form();
TableForm const& machine_form();
TableForm const& measures_form();
// All of them, in the order of the description.
std::array<TableForm const*, 5> package_tables();

constexpr std::string_view kDescriptionFile = "datapackage.json";
constexpr std::string_view kWorkbookFile = "figures.xlsx";
constexpr std::string_view kReadmeFile = "README.txt";

// A file of a package as it was written.
struct WrittenFile {
    std::string name;
    std::uint64_t bytes = 0;
    std::string sha256; // hexadecimal
};

} // namespace kiosk::engagement
