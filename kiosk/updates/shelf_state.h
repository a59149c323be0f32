// The state of the Shelf, one small file that is replaced whole: which version is shown and which were before it,
// whether it is on trial, the highest number that this kiosk has had, and the list of trusted keys if one came by
// stick. It is outside of the versions' folders, and outlives them. Pure: text in, text out.
#pragma once
#include "updates/signature.h"

#include <optional>

namespace kiosk::updates {

enum class ShelfEventKind { none, installed, settled, refused, went_back, keys };
std::string_view name(ShelfEventKind kind);

// The last change, for staff and for the machine log. It has no name from a stick.
struct ShelfEvent {
    ShelfEventKind kind = ShelfEventKind::none;
    std::int64_t content = 0; // its number, or the epoch of keys; 0 where it is not known
    std::string why; // refused: name of the reason; went_back: "starts", "unusable", "state", "staff" or "cannot_store"
    bool operator==(ShelfEvent const&) const = default;
};

struct ShelfState {
    // Ids of versions; "" is the content that came with the kiosk. `older` is only set during a trial.
    std::string current, previous, older;
    std::optional<int> trial;    // starts so far; nothing while no version is on trial
    std::int64_t highest = 0;    // content number
    std::optional<KeyList> keys; // in place of the configuration's
    ShelfEvent last;
    bool operator==(ShelfState const&) const = default;
};

std::string state_text(ShelfState const& state);
// An Error where the text is not exactly what state_text() writes, as after a fault of the disk.
Result<ShelfState> read_state(std::string_view text, std::string const& where);

// The id of a version, and the name of its folder: the first 16 hexadecimal digits of its manifest's SHA-256.
constexpr std::size_t kIdDigits = 16;
bool is_version_id(std::string_view text);

} // namespace kiosk::updates
