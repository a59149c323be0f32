#include "support/edited_content.h"
#include "files/files.h"
#include "support/kiosk.h"
#include "toml/fault.h"
#include "ui/text/font_coverage.h"

#include <algorithm>
#include <doctest/doctest.h>

namespace test {

namespace {

using kiosk::toml::Value;

struct Original {
    std::string text;
    kiosk::toml::Value tree;
};

std::map<std::string, Original> const& originals()
{
    static auto const kOriginals = [] {
        std::map<std::string, Original> read;
        auto const folder = sources() / "content";
        for (auto const& entry : std::filesystem::recursive_directory_iterator(folder)) {
            if (entry.path().extension() != ".toml") continue;
            auto const name = entry.path().lexically_relative(folder).generic_string();
            kiosk::Problems problems;
            auto text = kiosk::read_file(entry.path()).value();
            auto tree = kiosk::toml::parse_content(text, "content/" + name, problems);
            REQUIRE(tree);
            read[name] = {std::move(text), std::move(*tree)};
        }
        return read;
    }();
    return kOriginals;
}

bool has_letter(char32_t letter)
{
    static kiosk::ui::FontCoverage letters;
    return letters.has(letter);
}

} // namespace

EditedContent::EditedContent() { originals(); }

std::string EditedContent::text(std::string const& file) const
{
    if (auto const found = edited_.find(file); found != edited_.end()) return found->second.value_or("");
    return originals().at(file).text;
}

std::vector<std::string> EditedContent::files() const
{
    std::vector<std::string> names;
    for (auto const& [name, original] : originals()) names.push_back(name);
    for (auto const& [name, text] : edited_)
        if (!originals().contains(name)) names.push_back(name);
    std::erase_if(names, [&](std::string const& name) {
        auto const found = edited_.find(name);
        return found != edited_.end() && !found->second;
    });
    std::sort(names.begin(), names.end());
    return names;
}

int EditedContent::replace(std::string const& file, std::string const& from, std::string const& to)
{
    auto text = this->text(file);
    auto const at = text.find(from);
    CAPTURE(file);
    CAPTURE(from);
    REQUIRE(at != std::string::npos);
    auto const line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
    text.replace(at, from.size(), to);
    put(file, std::move(text));
    return static_cast<int>(line);
}

std::optional<kiosk::toml::Value> EditedContent::toml(std::filesystem::path const& relative, std::string const& shown,
                                                      kiosk::Problems& problems) const
{
    auto const name = relative.generic_string();
    if (auto const found = edited_.find(name); found != edited_.end() && found->second)
        return kiosk::toml::parse_content(*found->second, shown, problems);
    else if (found == edited_.end() && originals().contains(name))
        return originals().at(name).tree;
    problems.push_back({kiosk::Severity::error, {shown}, "is not there", "put it back"});
    return std::nullopt;
}

std::vector<std::string> EditedContent::list(std::filesystem::path const& relative) const
{
    auto const prefix = relative.generic_string() + "/";
    std::vector<std::string> names;
    for (auto const& file : files()) {
        if (!file.starts_with(prefix)) continue;
        auto const rest = file.substr(prefix.size());
        auto const slash = rest.find('/');
        auto name = slash == std::string::npos ? rest : rest.substr(0, slash + 1);
        if (names.empty() || names.back() != name) names.push_back(std::move(name));
    }
    return names;
}

// Whether no file is edited that texts are judged by: avoided.toml, kiosk.toml, and all of reporting/ but words.
bool EditedContent::judges_as_shipped() const
{
    return std::none_of(edited_.begin(), edited_.end(), [](auto const& edit) {
        auto const path = std::filesystem::path(edit.first);
        constexpr std::size_t kOfALanguage = 2;
        bool const words = path.has_parent_path() && path.stem().string().size() == kOfALanguage;
        return !words && (!path.has_parent_path() || path.begin()->string() == "reporting");
    });
}

kiosk::content::ReadContent EditedContent::read() const
{
    static kiosk::content::KnownFaults known;
    return kiosk::content::read_content(*this, "content", {has_letter, judges_as_shipped() ? &known : nullptr});
}

kiosk::Problems EditedContent::problems() const { return problems_of(read()); }

kiosk::Problems EditedContent::problems_of(kiosk::content::ReadContent const& read)
{
    auto problems = read.problems;
    auto const checked = kiosk::content::check_content(
        read.content, {[](std::string const& name) { return name.find("gone") == std::string::npos; }, "2026-11-25"});
    problems.insert(problems.end(), checked.begin(), checked.end());
    return problems;
}

std::string EditedContent::errors() const
{
    std::string lines;
    for (auto const& problem : problems())
        if (problem.severity == kiosk::Severity::error) lines += problem.line() + "\n";
    return lines;
}

} // namespace test
