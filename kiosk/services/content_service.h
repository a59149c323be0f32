// ContentService: the interface for content in staff mode: which version is shown, what is on a stick, which version
// one can go back to. Every call may take long (a stick is read, pictures are drawn) and is made on the worker of
// StaffServices. Owner: the program; StaffServices borrows it.
#pragma once
#include "staff/reply.h"

#include <filesystem>
#include <vector>

namespace kiosk::services {

class ContentService {
public:
    virtual ~ContentService() = default;

    virtual staff::ContentView view() = 0;
    // Searches the mount points of sticks, and prepares the newest content found there.
    virtual staff::ContentReplied find(std::vector<std::filesystem::path> const& mount_points) = 0;
    // Switches to the prepared content from the next start on: `switching`, or a refusal.
    virtual staff::ContentReplied use() = 0;
    virtual staff::ContentReplied drop() = 0;
    virtual staff::ContentReplied go_back() = 0;
};

} // namespace kiosk::services
