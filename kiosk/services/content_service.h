// ContentService: what content there is, for the staff's service: what is shown, what lies on a stick, what can be gone
// back to. Everything takes time (a stick is read, pictures are drawn) and is called on the service's worker alone.
// Owner: whoever made it; the staff's service borrows it.
#pragma once
#include "staff/reply.h"

#include <filesystem>
#include <vector>

namespace kiosk::services {

class ContentService {
public:
    virtual ~ContentService() = default;

    virtual staff::ContentView view() = 0;
    // Looks on the sticks, and makes the best that is found there ready.
    virtual staff::ContentReplied find(std::vector<std::filesystem::path> const& places) = 0;
    // What is ready is shown from the next start on: `switching`, or what is wrong.
    virtual staff::ContentReplied use() = 0;
    virtual staff::ContentReplied drop() = 0;
    virtual staff::ContentReplied go_back() = 0;
};

} // namespace kiosk::services
