// Content by stick (updates/updates.h). Prepared content stays until it is used or dropped. Owner: the program; borrows
// the updates. Called on the worker of StaffServices only.
#pragma once
#include "services/content_service.h"
#include "updates/updates.h"

namespace kiosk::services {

class StickContent final : public ContentService {
public:
    // `shown`: the version that visitors see now. `shelf`: the folder that names of previews are relative to.
    StickContent(updates::ContentUpdates& updates, std::string shown, std::filesystem::path shelf)
        : updates_(updates),
          shown_(std::move(shown)),
          shelf_(std::move(shelf))
    {
    }

    staff::ContentView view() override;
    staff::ContentReplied find(std::vector<std::filesystem::path> const& mount_points) override;
    staff::ContentReplied use() override;
    staff::ContentReplied drop() override;
    staff::ContentReplied go_back() override;

private:
    updates::ContentUpdates& updates_;
    std::string shown_;
    std::filesystem::path shelf_;
    std::optional<updates::Staged> staged_;
};

} // namespace kiosk::services
