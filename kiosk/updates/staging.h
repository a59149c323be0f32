// Staging: a pack from a stick is brought onto the shelf, without being shown. In this order, and nothing earlier than
// its turn: the first line and the signatures; whether they hold over the manifest; the manifest; whether this kiosk
// may take it; room on the disk; a copy of exactly the bytes the manifest names; each file hashed as it is unpacked
// from that copy; the content drawn by another process, the probe; the content read and checked; and what it changes of
// where reports go beside what is shown, which one person alone may not sign. Each step that says no leaves what is
// shown untouched and says why. Blocks: call it on a worker.
#pragma once
#include "content/contacts.h"
#include "content/wording/rules.h"
#include "updates/shelf.h"
#include "updates/source.h"

#include <functional>

namespace kiosk::updates {

enum class StageWarning {
    day_unknown,   // the clock is not believed: whether the content has expired cannot be said
    expires_soon,  // within a month
    demonstration, // an edition that shows what nobody has verified
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
    std::size_t signers = 1;                      // people
    std::vector<content::ContactChange> contacts; // what it changes of them
};

// How the probe ended.
enum class ProbeEnd { drawn, faulty, died };
struct Probed {
    ProbeEnd end = ProbeEnd::died;
    std::vector<std::filesystem::path> previews;
};
// Draws the content of a folder in a process of its own, and its previews into another folder.
using Probe = std::function<Probed(std::filesystem::path const& content, std::filesystem::path const& previews)>;

struct StagingOptions {
    std::optional<CalendarDay> today;            // nothing while the clock is not believed
    ProgramVersion program;                      // this one
    std::vector<std::filesystem::path> pictures; // the kiosk's own, for the check
    std::filesystem::path factory;               // the content that came with the kiosk
    std::vector<std::string> hosts;              // where any address may move with one signature
    content::HasLetter has_letter;               // of the kiosk's fonts, for the check
    Probe probe;                                 // without one a pack is not drawn before it is shown
    std::function<std::uint64_t(std::filesystem::path const&)> free_bytes; // of the disk; the system's where empty
};

Accepted<Staged> stage(Shelf& shelf, PackSource& source, StagingOptions const& options);

// What a pack needs while it is taken: itself twice, and a tenth of that in reserve. [bytes]
constexpr std::uint64_t room_for(std::uint64_t bytes) { return 2 * bytes + bytes / 5; }

} // namespace kiosk::updates
