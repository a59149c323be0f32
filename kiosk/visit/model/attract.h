// The turns of the attract loop: each has another statement and another language than the one before it, and after all
// of them every statement was shown once in every language. Pure.
#pragma once
#include "content/content.h"

namespace kiosk::visit {

struct AttractTurn {
    std::size_t statement = 0; // in content.attract
    content::Language language;
};

// 0 without statements.
int attract_turns(content::Content const& content);
// `turn` from 0; there must be statements.
AttractTurn attract_turn(content::Content const& content, int turn);

} // namespace kiosk::visit
