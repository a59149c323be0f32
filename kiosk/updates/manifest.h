// The manifest of an archive, and the list of keys: two strict text formats with a fixed order of lines, numbers
// without leading zeros, paths in ascending order, and nothing after the end. There is one text for each value;
// anything else is refused as a whole. Parsed only after the signature was verified. Pure; any thread.
//
//   kiosk content 1            kiosk keys 1
//   product ecpat-kiosk        epoch 2
//   schema 1                   key <a public key of minisign, "RW…">
//   program 0.1.0              end
//   epoch 1
//   content 12
//   version 2026.12.1
//   valid-until 2027-12-31
//   files 2
//   file <SHA-256> <bytes> kiosk.toml
//   file <SHA-256> <bytes> quiz/travellers/fr.toml
//   end
#pragma once
#include "base/calendar.h"
#include "updates/signature.h"

#include <compare>

namespace kiosk::updates {

// Of the content that this program reads. The schema is raised when older programs could not show new content.
constexpr std::string_view kProduct = "ecpat-kiosk";
constexpr std::int64_t kSchema = 1;

// A program's version, as 0.1.0.
struct ProgramVersion {
    std::int64_t first = 0, second = 0, third = 0;
    auto operator<=>(ProgramVersion const&) const = default;
};
std::string text_of(ProgramVersion const& version);
Result<ProgramVersion> program_version(std::string_view text);

struct ArchivedFile {
    std::string path; // below the content folder
    std::uint64_t bytes = 0;
    std::string sha256; // 64 hexadecimal digits
    bool operator==(ArchivedFile const&) const = default;
};

struct Manifest {
    std::string product{kProduct};
    std::int64_t schema = kSchema;
    ProgramVersion program;    // the lowest that can show it
    std::int64_t epoch = 1;    // of the list of keys that it needs (KeyList)
    std::int64_t content = 0;  // its number, higher with every archive; independent of `version`
    std::string version;       // the editor's, from kiosk.toml
    CalendarDay valid_until{}; // the last day
    std::vector<ArchivedFile> files;
    bool operator==(Manifest const&) const = default;

    std::uint64_t bytes() const; // of all files
};

std::string manifest_text(Manifest const& manifest);
Accepted<Manifest> read_manifest(std::string_view text, std::string const& where);

std::string key_list_text(KeyList const& list);
Accepted<KeyList> read_key_list(std::string_view text, std::string const& where);

// Whether a path may be in an archive: lower-case letters, digits, '-', '_' and, in the file's name, '.'; ends in .toml
// or .png; within kLongestPath and kDeepest. So no path leaves the folder, is hidden, or collides on file systems that
// ignore case.
bool is_safe_path(std::string_view path);
// Whether a text may be Manifest::version: letters, digits, '.' and '-'.
bool is_version_text(std::string_view text);

} // namespace kiosk::updates
