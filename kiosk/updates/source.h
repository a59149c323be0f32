// Where a pack is read from, once and from front to back: a file on a stick, or whatever a test makes of it. The file
// is opened beneath the folder it was found in, following no link and crossing into no other file system (openat2(2),
// Linux 5.6); what is no regular file is not opened. A stick's names are shown with their plain letters only. Nothing
// is mounted here.
#pragma once
#include "updates/signature.h"

#include <filesystem>
#include <memory>

namespace kiosk::updates {

class PackSource {
public:
    virtual ~PackSource() = default;
    // What to call it.
    virtual std::string const& shown() const = 0;
    // As the file system claims, [bytes].
    virtual std::uint64_t size() const = 0;
    // The next bytes, at most so many; "" at the end.
    virtual Result<std::string> read(std::size_t most) = 0;
};

constexpr std::string_view kPackEnding = ".kioskpack";
constexpr std::string_view kKeysEnding = ".kioskkeys";

// A file that may be taken, as it was found.
struct Candidate {
    std::filesystem::path folder; // where a stick is mounted
    std::string name;             // in it, as it stands there: never shown, never logged
    std::string shown;            // plain letters, cut
    SignedKind kind = SignedKind::pack;
    std::uint64_t bytes = 0;
};

struct Found {
    std::vector<Candidate> candidates; // kMostCandidates at most
    int left_out = 0;                  // of the right ending, but links, folders, devices, or too many
};

// In the folders themselves, not below them.
Found find_candidates(std::vector<std::filesystem::path> const& folders);

Accepted<std::unique_ptr<PackSource>> open_candidate(Candidate const& candidate);

std::string shown_name(std::string_view name);

} // namespace kiosk::updates
