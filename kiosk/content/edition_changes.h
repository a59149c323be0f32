// A diff of two editions of the content, by file and key: every word, number, switch and picture, so that whoever signs
// reads what visitors will read. Reads two content folders, changes nothing. Files that are not valid TOML are compared
// by their bytes.
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

// Sorted by file, within a file by the order of its keys. What only `before` had comes last.
std::vector<EditionChange> edition_changes(std::filesystem::path const& before, std::filesystem::path const& after);

} // namespace kiosk::content
