#include "content/edition_changes.h"
#include "files/files.h"
#include "toml/toml.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>

namespace kiosk::content {

namespace {

struct Leaf {
    std::string key, value;
};

std::string joined(std::string const& prefix, std::string const& name)
{
    if (prefix.empty()) return name;
    return prefix + (prefix.find(' ') == std::string::npos ? "." : ", ") + name;
}

std::string value_text(toml::Value const& value)
{
    switch (value.kind) {
    case toml::Value::Kind::text: return value.text;
    case toml::Value::Kind::integer: return std::to_string(value.whole);
    case toml::Value::Kind::number: return fmt::format("{}", value.number);
    case toml::Value::Kind::boolean: return value.flag ? "true" : "false";
    case toml::Value::Kind::array: {
        std::string list;
        for (auto const& item : value.items) list += (list.empty() ? "" : ", ") + value_text(item);
        return list;
    }
    case toml::Value::Kind::table: {
        std::string list;
        for (auto const& [name, member] : value.members)
            list += (list.empty() ? "" : ", ") + name + " = " + value_text(member);
        return list;
    }
    case toml::Value::Kind::other: return "a value of another kind";
    }
    return {};
}

// Names an entry of a list by its id, so that an entry that moved is not compared with another.
std::string entry_name(std::string const& list, toml::Value const& entry, std::size_t at)
{
    auto const* id = entry.find("id");
    return fmt::format("{} {}", list, id && id->kind == toml::Value::Kind::text ? id->text : std::to_string(at + 1));
}

void collect(toml::Value const& table, std::string const& prefix, std::vector<Leaf>& leaves)
{
    for (auto const& [name, value] : table.members) {
        bool const is_list = value.kind == toml::Value::Kind::array && !value.items.empty() &&
                             value.items.front().kind == toml::Value::Kind::table;
        if (value.kind == toml::Value::Kind::table)
            collect(value, joined(prefix, name), leaves);
        else if (is_list)
            for (std::size_t i = 0; i < value.items.size(); ++i)
                collect(value.items[i], joined(prefix, entry_name(name, value.items[i], i)), leaves);
        else
            leaves.push_back({joined(prefix, name), value_text(value)});
    }
}

std::map<std::string, std::filesystem::path> files_of(std::filesystem::path const& folder)
{
    std::map<std::string, std::filesystem::path> files;
    std::error_code code;
    for (std::filesystem::recursive_directory_iterator entry(folder, code), end; !code && entry != end;
         entry.increment(code)) {
        auto const extension = entry->path().extension();
        std::error_code ignored;
        if (entry->is_regular_file(ignored) && (extension == ".toml" || extension == ".png"))
            files[entry->path().lexically_relative(folder).generic_string()] = entry->path();
    }
    return files;
}

// Nothing where the file is not valid TOML.
std::optional<std::vector<Leaf>> leaves_of(std::string const& bytes, std::string const& name)
{
    if (!name.ends_with(".toml")) return std::nullopt;
    Problems ignored;
    auto const tree = toml::parse_toml(bytes, name, ignored);
    if (!tree) return std::nullopt;
    std::vector<Leaf> leaves;
    collect(*tree, "", leaves);
    return leaves;
}

void compare(std::string const& file, std::vector<Leaf> const& before, std::vector<Leaf> const& after,
             std::vector<EditionChange>& changes)
{
    std::map<std::string, std::string> earlier;
    for (auto const& leaf : before) earlier[leaf.key] = leaf.value;
    std::set<std::string> later;
    for (auto const& leaf : after) {
        later.insert(leaf.key);
        auto const found = earlier.find(leaf.key);
        if (found == earlier.end())
            changes.push_back(
                {.kind = ChangeKind::added, .file = file, .key = leaf.key, .before = "", .after = leaf.value});
        else if (found->second != leaf.value)
            changes.push_back({.kind = ChangeKind::changed,
                               .file = file,
                               .key = leaf.key,
                               .before = found->second,
                               .after = leaf.value});
    }
    for (auto const& leaf : before)
        if (!later.contains(leaf.key))
            changes.push_back(
                {.kind = ChangeKind::removed, .file = file, .key = leaf.key, .before = leaf.value, .after = ""});
}

void compare_files(std::string const& name, std::filesystem::path const& before, std::filesystem::path const& after,
                   std::vector<EditionChange>& changes)
{
    auto const earlier = read_file(before), later = read_file(after);
    if (earlier && later && earlier.value() == later.value()) return;
    auto const old_leaves = earlier ? leaves_of(earlier.value(), name) : std::nullopt;
    auto const new_leaves = later ? leaves_of(later.value(), name) : std::nullopt;
    if (old_leaves && new_leaves)
        compare(name, *old_leaves, *new_leaves, changes); // a TOML comment is no change
    else
        changes.push_back({.kind = ChangeKind::changed, .file = name, .key = "", .before = "", .after = ""});
}

} // namespace

std::string EditionChange::line() const
{
    auto const what = key.empty() ? file : file + ": " + key;
    if (key.empty())
        return what + (kind == ChangeKind::added     ? " is new"
                       : kind == ChangeKind::removed ? " is gone"
                                                     : " is another one");
    if (kind == ChangeKind::added) return fmt::format("{}: new: '{}'", what, after);
    if (kind == ChangeKind::removed) return fmt::format("{}: '{}' is gone", what, before);
    return fmt::format("{}: '{}' becomes '{}'", what, before, after);
}

std::vector<EditionChange> edition_changes(std::filesystem::path const& before, std::filesystem::path const& after)
{
    auto earlier = files_of(before);
    std::vector<EditionChange> changes;
    for (auto const& [name, path] : files_of(after)) {
        auto const found = earlier.find(name);
        if (found == earlier.end())
            changes.push_back({.kind = ChangeKind::added, .file = name, .key = "", .before = "", .after = ""});
        else
            compare_files(name, found->second, path, changes);
        earlier.erase(name);
    }
    for (auto const& [name, path] : earlier)
        changes.push_back({.kind = ChangeKind::removed, .file = name, .key = "", .before = "", .after = ""});
    return changes;
}

} // namespace kiosk::content
