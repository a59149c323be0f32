// The manifest of a pack and the list of keys, as text in a strict form of lines: each line in its place, numbers
// without a leading zero, paths in ascending order, nothing behind the end. What was written is read back to the same;
// anything else is refused as a whole. Read only after the signature has held. Pure; any thread.
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

// Of content that this program reads. The schema is raised when a program could not show content made for another.
constexpr std::string_view kProduct = "ecpat-kiosk";
constexpr std::int64_t kSchema = 1;

// A program's version, as 0.1.0.
struct ProgramVersion {
    std::int64_t first = 0, second = 0, third = 0;
    auto operator<=>(ProgramVersion const&) const = default;
};
std::string text_of(ProgramVersion const& version);
Result<ProgramVersion> program_version(std::string_view text);

struct PackedFile {
    std::string path; // below the content folder
    std::uint64_t bytes = 0;
    std::string sha256; // 64 hexadecimal digits
    bool operator==(PackedFile const&) const = default;
};

struct Manifest {
    std::string product{kProduct};
    std::int64_t schema = kSchema;
    ProgramVersion program;    // the least that shows it
    std::int64_t epoch = 1;    // of the keys it belongs to
    std::int64_t content = 0;  // its number: grows with every pack, whatever the editor's version says
    std::string version;       // the editor's, of kiosk.toml
    CalendarDay valid_until{}; // the last day
    std::vector<PackedFile> files;
    bool operator==(Manifest const&) const = default;

    std::uint64_t bytes() const; // of all files
};

std::string manifest_text(Manifest const& manifest);
Accepted<Manifest> read_manifest(std::string_view text, std::string const& where);

std::string key_list_text(KeyList const& list);
Accepted<KeyList> read_key_list(std::string_view text, std::string const& where);

// Lower-case letters, digits, '-', '_' and, in the file's own name, '.'; .toml or .png; neither long nor deep. Nothing
// else can leave the folder, hide, or be two files on one file system and one on another.
bool is_safe_path(std::string_view path);
// The editor's text of a version: letters, digits, '.' and '-'.
bool is_version_text(std::string_view text);

} // namespace kiosk::updates
