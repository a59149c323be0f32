// A mark of what somebody has looked at: eight letters and digits that become others when a word or a digit of it does.
// It stands beside the name of who has reviewed a text or tried a contact, so that neither is said of what was written
// later. It guards against forgetting, not against somebody who computes it: content is signed.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace kiosk::content {

class Mark {
public:
    // A part of it; where parts begin and end counts.
    void add(std::string_view part);
    std::string text() const;

private:
    std::uint64_t hash_ = 14695981039346656037U; // FNV-1a, 64 bit: its offset
};

} // namespace kiosk::content
