// Staging: copies an archive from a stick onto the shelf, without showing it. In this order, no step before the one
// before it has passed: 1. header and signatures; 2. verify them over the manifest; 3. parse the manifest; 4. whether
// this kiosk may take it; 5. free disk space; 6. copy the bytes that the manifest names; 7. unpack from the copy and
// hash each file; 8. draw the content in another process, the probe; 9. read and validate it; 10. compare it with the
// shown content, since changed contacts need two signatures. A step that refuses leaves the shown content untouched.
// Blocks: call it on a worker thread.
#pragma once
#include "content/contacts.h"
#include "content/wording/rules.h"
#include "updates/archive_source.h"
#include "updates/shelf.h"

#include <functional>

namespace kiosk::updates {

enum class StageWarning {
    day_unknown,   // the clock is not trusted, so that the content may have expired
    expires_soon,  // within 30 days
    demonstration, // an edition that may show unverified contacts
    remarks,       // the check of the content has warnings
};

struct ContentSummary {
    int languages = 0, campaigns = 0, pages = 0, questions = 0, channels = 0, remarks = 0;
};

struct Staged {
    std::string id;
    std::int64_t content = 0;
    std::string version; // the editor's
    CalendarDay valid_until{};
    ContentSummary summary;
    std::vector<std::filesystem::path> previews; // PNG, in the order to be shown
    std::vector<StageWarning> warnings;
    std::size_t signers = 1;                      // people who have signed it
    std::vector<content::ContactChange> contacts; // that it changes
};

// drawn: all screens. faulty: a screen or a picture has a fault. died: the process crashed or was killed.
enum class ProbeEnd { drawn, faulty, died };
struct Probed {
    ProbeEnd end = ProbeEnd::died;
    std::vector<std::filesystem::path> previews;
};
// Draws the content of a folder in a process of its own, which also writes previews into another folder.
using Probe = std::function<Probed(std::filesystem::path const& content, std::filesystem::path const& previews)>;

struct StagingOptions {
    std::optional<CalendarDay> today;            // nothing while the clock is not trusted
    ProgramVersion program;                      // this one
    std::vector<std::filesystem::path> pictures; // folders of the kiosk's own, for the check
    std::filesystem::path factory;               // the content that came with the kiosk
    std::vector<std::string> hosts;              // to which any address may move with one signature
    content::HasLetter has_letter;               // of the kiosk's fonts, for the check
    Probe probe;                                 // empty: content is not drawn before it is shown
    std::function<std::uint64_t(std::filesystem::path const&)> free_bytes; // of the disk; empty: asks the system
};

Accepted<Staged> stage(Shelf& shelf, ArchiveSource& source, StagingOptions const& options);

// [bytes] of disk that staging needs: the files twice, and a tenth of that in reserve.
constexpr std::uint64_t room_for(std::uint64_t bytes) { return 2 * bytes + bytes / 5; }

} // namespace kiosk::updates
