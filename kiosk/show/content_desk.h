// The part of the staff desk that knows what content there is: what is shown, what lies on a stick, what can be gone
// back to. Everything takes time (a stick is read, pictures are drawn) and is called on the desk's worker alone. Owner:
// whoever made it; the desk borrows it.
#pragma once
#include "screens/parts/staff_view.h"
#include "visit/action.h"

#include <filesystem>
#include <vector>

namespace kiosk::show {

class ContentDesk {
public:
    virtual ~ContentDesk() = default;

    virtual screens::ContentView view() = 0;
    // Looks on the sticks, and makes the best that is found there ready.
    virtual visit::ContentAnswered find(std::vector<std::filesystem::path> const& places) = 0;
    // What is ready is shown from the next start on: `switching`, or what is wrong.
    virtual visit::ContentAnswered use() = 0;
    virtual visit::ContentAnswered drop() = 0;
    virtual visit::ContentAnswered go_back() = 0;
};

} // namespace kiosk::show
