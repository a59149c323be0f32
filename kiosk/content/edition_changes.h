// What differs between two editions of the content, file by file and key by key: every word, number, switch and
// picture, so that whoever signs reads what visitors will read. Reads two folders, changes nothing. Files that cannot
// be read as TOML are compared by their bytes.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

namespace kiosk::content {

enum class ChangeKind { changed, added, removed };

struct EditionChange {
    ChangeKind kind = ChangeKind::changed;
    std::string file;          // "quiz/travellers/fr.toml", "pictures/pier.png"
    std::string key;           // "age.text", "channel be-form, phone"; "" for a file as a whole
    std::string before, after; // of a key
    bool operator==(EditionChange const&) const = default;

    // "quiz/travellers/fr.toml: age.text: 'old' becomes 'new'".
    std::string line() const;
};

// By file, and in a file by the order of its keys: of the later edition, then what only the earlier one had.
std::vector<EditionChange> edition_changes(std::filesystem::path const& before, std::filesystem::path const& after);

} // namespace kiosk::content
