// Finds and reads archives on sticks that are mounted already. A file is opened beneath the root of its stick, without
// following links or crossing into another file system (openat2(2), Linux 5.6), and only if it is a regular file. Names
// from a stick are shown with plain letters only.
#pragma once
#include "updates/signature.h"

#include <filesystem>
#include <memory>

namespace kiosk::updates {

// An archive, read once from front to back: a file on a stick, or a test's.
class ArchiveSource {
public:
    virtual ~ArchiveSource() = default;
    // Its name for people.
    virtual std::string const& shown() const = 0;
    // [bytes], as the file system claims: it may be wrong.
    virtual std::uint64_t size() const = 0;
    // The next bytes, `most` at the most; "" at the end.
    virtual Result<std::string> read(std::size_t most) = 0;
};

constexpr std::string_view kArchiveExtension = ".kioskpack";
constexpr std::string_view kKeyListExtension = ".kioskkeys";

// A file that was found, by its ending an archive or a list of keys.
struct Candidate {
    std::filesystem::path folder; // where a stick is mounted
    std::string name;             // in the folder, unchanged: never shown, never logged
    std::string shown;            // shown_name() of it
    SignedKind kind = SignedKind::content;
    std::uint64_t bytes = 0;
};

struct Found {
    std::vector<Candidate> candidates; // kMostCandidates at most
    int left_out = 0;                  // links, folders and devices with the right ending, and files beyond the limit
};

// Looks in the folders themselves, not below them.
Found find_candidates(std::vector<std::filesystem::path> const& folders);

Accepted<std::unique_ptr<ArchiveSource>> open_candidate(Candidate const& candidate);

// The name with '?' for all but plain letters, cut to 60 bytes.
std::string shown_name(std::string_view name);

} // namespace kiosk::updates
