// Mark: a fingerprint of what a person has reviewed or tried: eight hexadecimal digits that change when a letter or a
// digit of it changes. It is stored beside the reviewer's name, so that a text that was changed later counts as a draft
// again. It detects a forgotten review, not an attack: content is signed for that.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace kiosk::content {

class Mark {
public:
    // Adds a part; {"ab", "c"} and {"a", "bc"} give different marks.
    void add(std::string_view part);
    std::string text() const;

private:
    std::uint64_t hash_ = 14695981039346656037U; // FNV-1a, 64 bit: its offset
};

} // namespace kiosk::content
