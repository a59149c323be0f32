// What the shelf of content knows, as one small file that is replaced whole: which version is shown and which before
// it, whether it is still on trial, the highest number that was ever here, and whose signature is believed. It lies
// outside every version, and survives them. Pure; text in and out.
#pragma once
#include "updates/signature.h"

#include <optional>

namespace kiosk::updates {

enum class ShelfEventKind { none, installed, settled, refused, went_back, keys };
std::string_view name(ShelfEventKind kind);

// The last thing that happened, for staff and for the machine log: never a name from a stick.
struct ShelfEvent {
    ShelfEventKind kind = ShelfEventKind::none;
    std::int64_t content = 0; // its number, or the epoch of keys; 0 where it is not known
    std::string why;          // of a refusal its reason; of going back: "starts", "unusable" or "staff"
    bool operator==(ShelfEvent const&) const = default;
};

struct ShelfState {
    // Folders of the shelf; "" is the content that came with the kiosk. `older` is kept until the trial is over.
    std::string current, previous, older;
    std::optional<int> trial;    // starts so far
    std::int64_t highest = 0;    // content number
    std::optional<KeyList> keys; // in place of the configuration's
    ShelfEvent last;
    bool operator==(ShelfState const&) const = default;
};

std::string state_text(ShelfState const& state);
// An Error where the text is not exactly what state_text() writes: a disk that lost part of it.
Result<ShelfState> read_state(std::string_view text, std::string const& where);

// A version's folder on the shelf: the first 16 hexadecimal digits of its manifest's SHA-256.
constexpr std::size_t kIdDigits = 16;
bool is_version_id(std::string_view text);

} // namespace kiosk::updates
